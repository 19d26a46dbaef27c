using System.Globalization;
using System.Text;

namespace CrmExtensions.Local.Store;

/// <summary>A statement under construction: text from metadata, values always as parameters.</summary>
internal sealed class Sql
{
    private readonly StringBuilder? text;
    private readonly string? finished;

    public Sql() => text = new StringBuilder();

    /// <summary>A statement whose text is known from before; only values are added.</summary>
    public Sql(string finished) => this.finished = finished;

    public List<object> Parameters { get; } = [];

    public string Text => finished ?? text!.ToString();

    public Sql Add(string fragment)
    {
        text?.Append(fragment);
        return this;
    }

    /// <summary>A name from metadata, quoted.</summary>
    public Sql Name(string name)
    {
        text?.Append('"').Append(name).Append('"');
        return this;
    }

    public Sql Name(string alias, string column) => Name(alias).Add(".").Name(column);

    /// <summary>A value, as the next parameter.</summary>
    public Sql Value(object value)
    {
        text?.Append("@p").Append(Parameters.Count.ToString(CultureInfo.InvariantCulture));
        Parameters.Add(value);
        return this;
    }

    /// <summary>Each item by <paramref name="write"/>, with the separator between.</summary>
    public Sql Join<T>(string separator, IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text?.Append(separator);
            }

            write(item);
            first = false;
        }

        return this;
    }
}
