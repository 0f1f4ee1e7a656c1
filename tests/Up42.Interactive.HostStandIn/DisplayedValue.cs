namespace Microsoft.DotNet.Interactive;

public class DisplayedValue
{
    private readonly List<object> _values;

    public DisplayedValue(object first) => _values = [first];

    /// <summary>What stood there, in order.</summary>
    public IReadOnlyList<object> Values
    {
        get
        {
            lock (_values)
            {
                return [.. _values];
            }
        }
    }

    public void Update(object updatedValue)
    {
        lock (_values)
        {
            _values.Add(updatedValue);
        }
    }
}
