using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Up42.Interactive.Cli;

/// <summary>A command whose <c>--help</c> ends with remarks and examples.</summary>
internal sealed class DocumentedCommand(string name, string description, string remarks) : Command(name, description)
{
    /// <summary>Makes the help of a root show the remarks of the command that was asked about.</summary>
    /// <param name="root">The root.</param>
    /// <param name="remarks">The root's own.</param>
    public static void ExtendHelp(RootCommand root, string remarks)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new Help((SynchronousCommandLineAction)option.Action!, remarks);
    }

    private sealed class Help(SynchronousCommandLineAction usual, string rootRemarks) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            var remarks = parseResult.CommandResult.Command is DocumentedCommand command ? command._remarks : rootRemarks;
            parseResult.InvocationConfiguration.Output.WriteLine(remarks);
            return code;
        }
    }

    private readonly string _remarks = remarks;
}
