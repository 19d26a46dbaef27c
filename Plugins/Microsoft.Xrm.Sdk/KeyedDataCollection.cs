using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> items = [];

    protected internal DataCollection()
    {
    }

    public int Count => items.Count;

    public ICollection<TKey> Keys => items.Keys;

    public ICollection<TValue> Values => items.Values;

    public virtual bool IsReadOnly { get; internal set; }

    [AllowNull]
    public virtual TValue this[TKey key]
    {
        get => items.TryGetValue(key, out var value) ? value : throw Missing();
        set
        {
            EnsureWritable();
            items[key] = value!;
        }
    }

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add(TKey key, TValue? value)
    {
        EnsureWritable();
        items.Add(key, value!);
    }

    public void AddRange(params KeyValuePair<TKey, TValue>[]? items) =>
        AddRange((IEnumerable<KeyValuePair<TKey, TValue>>?)items);

    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>>? items)
    {
        if (items is null)
        {
            return;
        }

        foreach (var item in items)
        {
            Add(item.Key, item.Value);
        }
    }

    public void Clear()
    {
        EnsureWritable();
        items.Clear();
    }

    public bool Contains(TKey key) => items.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> key) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)items).Contains(key);

    public bool ContainsKey(TKey key) => items.ContainsKey(key);

    public bool TryGetValue(TKey key, out TValue? value) => items.TryGetValue(key, out value);

    public bool Remove(TKey key)
    {
        EnsureWritable();
        return items.Remove(key);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        EnsureWritable();
        return ((ICollection<KeyValuePair<TKey, TValue>>)items).Remove(item);
    }

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)items).CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // .NET Framework's text: the platform's faults carry it, .NET's own names the key.
    private static KeyNotFoundException Missing() => new("The given key was not present in the dictionary.");

    private void EnsureWritable()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The collection is read-only.");
        }
    }
}
