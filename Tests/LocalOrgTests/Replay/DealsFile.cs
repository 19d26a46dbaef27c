using System.Text;

namespace CrmExtensions.Tests;

/// <summary>A folder of its own with a CSV of deals in it.</summary>
internal sealed class DealsFile : IDisposable
{
    public DealsFile(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public DealsFile(byte[] bytes)
    {
        Folder = Directory.CreateTempSubdirectory("deals").FullName;
        Path = Beside("deals.csv");
        File.WriteAllBytes(Path, bytes);
    }

    public string Folder { get; }

    public string Path { get; }

    public string Beside(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Deals of one month, won and lost in turn.</summary>
    public static string Deals(int count)
    {
        var text = new StringBuilder("Topic,Owner,Status,Actual Close Date,Actual Revenue,Est. Revenue,Industry\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Deal {i},Rep {i % 3},{(i % 2 == 0 ? "Won" : "Lost")},2026-04-{(i % 28) + 1:00},{1000 + i},{2000 + i},{(i % 5 == 0 ? "" : "Retail " + (i % 3))}\n");
        }

        return text.ToString();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
