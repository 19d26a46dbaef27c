using System.Collections.ObjectModel;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public class DataCollection<T> : Collection<T>
{
    internal DataCollection()
    {
    }

    internal DataCollection(IList<T>? list)
        : base(list is null ? new List<T>() : new List<T>(list))
    {
    }

    public void AddRange(params T[]? items) => AddRange((IEnumerable<T>?)items);

    public void AddRange(IEnumerable<T>? items)
    {
        if (items is null)
        {
            return;
        }

        foreach (var item in items)
        {
            Add(item);
        }
    }

    public T[] ToArray()
    {
        var items = new T[Count];
        CopyTo(items, 0);
        return items;
    }
}
