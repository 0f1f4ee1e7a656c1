namespace ClrKernel.Core.Primitives;

public interface IDisplayValue
{
    object Value { get; }
}

public record DisplayObject(object Value) : IDisplayValue;

public record DisplayHtml(string Html) : IDisplayValue
{
    public object Value => Html;
}

public record DisplayText(string Text) : IDisplayValue
{
    public object Value => Text;
}

public record DisplayCell(string DisplayId);

public record DisplayFormatter(Type InputType, Type OutputType, Func<IDisplayValue, IDisplayValue> Format);

public static class DisplayFormatters
{
    private static readonly List<DisplayFormatter> Registered = [];

    static DisplayFormatters() => Register(typeof(DisplayObject), typeof(DisplayHtml), value => new DisplayHtml($"former {value.Value}"));

    public static IEnumerable<DisplayFormatter> Formatters => Registered.ToArray();

    public static T Format<T>(IDisplayValue value)
        where T : IDisplayValue =>
        (T)Registered.Last(formatter => formatter.InputType.IsInstanceOfType(value) && formatter.OutputType == typeof(T)).Format(value);

    public static DisplayFormatter Register<TIn, TOut>(Func<TIn, TOut> format)
        where TIn : IDisplayValue
        where TOut : IDisplayValue =>
        Register(typeof(TIn), typeof(TOut), value => format((TIn)value));

    public static DisplayFormatter Register(Type inputType, Type outputType, Func<IDisplayValue, IDisplayValue> format)
    {
        var formatter = new DisplayFormatter(inputType, outputType, format);
        Registered.Add(formatter);
        return formatter;
    }
}

public static class DisplayValues
{
    public static List<string?> Shown { get; } = [];

    public static DisplayCell DisplayHtml(this object value)
    {
        Shown.Add(value.ToString());
        return new DisplayCell("1");
    }

    public static DisplayCell UpdateHtml(this DisplayCell cell, object value)
    {
        Shown.Add(value.ToString());
        return cell;
    }
}
