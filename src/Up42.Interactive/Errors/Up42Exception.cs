namespace Up42.Interactive;

/// <summary>A user's mistake or a refusal from outside, in one short sentence that names the thing and the way out.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public class Up42Exception : Exception, IDisplay
{
    private const int MaxMessageLength = 2000;

    /// <summary>Creates an exception without a message of its own.</summary>
    public Up42Exception()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">One sentence: what failed, and what to do about it. It is kept as one line, without secrets and control characters.</param>
    public Up42Exception(string message)
        : base(SingleLine.Format(message, MaxMessageLength))
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">One sentence: what failed, and what to do about it. It is kept as one line, without secrets and control characters.</param>
    /// <param name="innerException">The cause.</param>
    public Up42Exception(string message, Exception? innerException)
        : base(SingleLine.Format(message, MaxMessageLength), innerException)
    {
    }

    /// <summary>The sentence; what else is known of the failure is folded.</summary>
    public string ToHtml() => new Fragment { Static = ExceptionHtml.Render(this) }.ToHtml();

    /// <summary>The sentence, its causes and where it happened, without secrets.</summary>
    public override string ToString() => SafeText.Clean(base.ToString());

    /// <summary>What one may do next, as markup; empty where the message says it.</summary>
    internal virtual Html NextStep => Html.Empty;

    /// <summary>What a display folds besides the cause and the place: names, and values that may be empty.</summary>
    internal virtual IReadOnlyList<(string Name, Html Value)> Details => [];
}
