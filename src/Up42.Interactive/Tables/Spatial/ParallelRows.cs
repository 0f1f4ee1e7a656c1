using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>Work on rows that do not know of each other, on all processors.</summary>
internal static class ParallelRows
{
    /// <summary>What is made of each row, in their order; the first exception as it was thrown.</summary>
    public static T[] Select<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        try
        {
            Parallel.For(0, count, row => made[row] = make(row));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }

        return made;
    }
}
