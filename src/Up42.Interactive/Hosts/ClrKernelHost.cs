using System.Reflection;

namespace Up42.Interactive;

/// <summary>
/// ClrKernel, found by the names of its types, so that the library needs none of its packages. It wraps every value of a cell in a
/// <c>DisplayObject</c> and asks for the newest formatter from that to <c>DisplayHtml</c> or <c>DisplayText</c>.
/// </summary>
internal sealed class ClrKernelHost : INotebookHost
{
    /// <summary>The assembly that has the types, and their namespace.</summary>
    public const string Name = "ClrKernel.Core.Primitives";

    private readonly MethodInfo _display;
    private readonly MethodInfo _update;

    private ClrKernelHost(MethodInfo display, MethodInfo update) => (_display, _update) = (display, update);

    /// <summary>Registers our formatters in ClrKernel; null: it has other shapes than those known.</summary>
    public static ClrKernelHost? TryConnect(Assembly primitives)
    {
        if (Find("DisplayFormatters") is { } formatters && Find("IDisplayValue") is { } value && Find("DisplayObject") is { } input
            && Find("DisplayHtml") is { } html && Find("DisplayText") is { } text && Find("DisplayValues") is { } cells
            && cells.GetMethod("DisplayHtml", [typeof(object)]) is { ReturnType: var cell } show
            && cells.GetMethod("UpdateHtml", [cell, typeof(object)]) is { } update)
        {
            Register(formatters, value, input, html, display => display.ToHtml());
            Register(formatters, value, input, text, display => display.ToString()!);
            return new ClrKernelHost(show, update);
        }

        return null;

        Type? Find(string name) => primitives.GetType($"{Name}.{name}");
    }

    /// <inheritdoc/>
    public Action<IDisplay>? Show(IDisplay display)
    {
        var cell = _display.Invoke(null, [display.ToHtml()]);
        return next => _update.Invoke(null, [cell, next.ToHtml()]);
    }

    // The former formatter shows all that is not ours.
    private static void Register(Type formatters, Type value, Type input, Type output, Func<IDisplay, string> render)
    {
        var former = ((System.Collections.IEnumerable)formatters.GetProperty("Formatters")!.GetValue(null)!).Cast<object>().LastOrDefault(formatter =>
            Property<Type>(formatter, "InputType") == input && Property<Type>(formatter, "OutputType") == output);
        var make = typeof(ClrKernelHost).GetMethod(nameof(Formatter), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value);
        var format = make.Invoke(
            null, [input.GetProperty("Value")!, output.GetConstructor([typeof(string)])!, render, former is null
                ? null
                : Property<Delegate>(former, "Format")]);
        formatters.GetMethod("Register", [typeof(Type), typeof(Type), format!.GetType()])!.Invoke(null, [input, output, format]);
    }

    private static Func<TValue, TValue> Formatter<TValue>(
        PropertyInfo wrapped, ConstructorInfo output, Func<IDisplay, string> render, Func<TValue, TValue>? former)
        where TValue : class =>
        value => ForeignDisplays.Find(wrapped.GetValue(value)) is { } display ? (TValue)output.Invoke([render(display)])
            : former is not null ? former(value)
            : (TValue)output.Invoke([wrapped.GetValue(value)?.ToString() ?? ""]);

    private static T? Property<T>(object of, string name)
        where T : class => of.GetType().GetProperty(name)?.GetValue(of) as T;
}
