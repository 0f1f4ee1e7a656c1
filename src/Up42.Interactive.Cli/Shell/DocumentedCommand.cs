using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Up42.Interactive.Cli;

/// <summary>A command whose <c>--help</c> ends with remarks and examples.</summary>
internal sealed class DocumentedCommand(string name, string description, string remarks) : Command(name, description)
{
    /// <summary>Makes the help of a root show the remarks of the command that was asked about.</summary>
    public static void ExtendHelp(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new Help((SynchronousCommandLineAction)option.Action!);
    }

    private sealed class Help(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (parseResult.CommandResult.Command is DocumentedCommand command)
            {
                parseResult.InvocationConfiguration.Output.WriteLine(command._remarks);
            }

            return code;
        }
    }

    private readonly string _remarks = remarks;
}
