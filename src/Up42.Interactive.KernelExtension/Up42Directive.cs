using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Up42.Interactive.KernelExtension;

/// <summary>
/// The magic command <c>#!up42</c>, whose verbs the front end completes. Each runs C# in the user's session, so that what it makes are
/// variables as any other: <c>up42</c>, <c>sandbox</c>, <c>results</c>.
/// </summary>
internal static class Up42Directive
{
    private const string Name = "#!up42";
    private const string LogIn = "var up42 = await Up42.Interactive.Up42Client.AuthenticateAsync(";

    /// <summary>Makes it known to a kernel and its languages; a second time changes nothing.</summary>
    public static void AddTo(Kernel root)
    {
        if (root.KernelInfo.SupportedDirectives.Any(directive => directive.Name == Name))
        {
            return;
        }

        var directive = new KernelActionDirective(Name) { Description = "Up42.Interactive: a sandbox to play with, logging in, opening results." };
        AddVerb<StartSandbox>(
            root, directive, new("sandbox") { Description = "Starts a sandbox with jobs and logs in: variables sandbox and up42." }, _ =>
                Sandbox());
        AddVerb<LogInToUp42>(
            root, directive, new("login") { Description = "Logs in with UP42_PROJECT_ID and UP42_PROJECT_API_KEY: variable up42." }, _ =>
                $"{LogIn});\nup42");
        AddVerb<OpenResults>(
            root,
            directive,
            new("open")
            {
                Description = "Opens a folder or an archive of results: variable results.",
                Parameters = { new("--path", "The folder, .tgz, .tar or .zip") { AllowImplicitName = true, Required = true, TypeHint = "file" } },
            },
            command => $"var results = Up42.Interactive.JobResults.Open(@\"{command.Path.Replace("\"", "\"\"", StringComparison.Ordinal)}\");\nresults");
        root.AddDirective(directive, (_, context) =>
        {
            context.Fail(context.Command, message: $"Say what {Name} shall do: {string.Join(", ", directive.Subcommands.Select(verb => verb.Name))}.");
            return Task.CompletedTask;
        });
    }

    private static void AddVerb<TCommand>(Kernel root, KernelActionDirective directive, KernelActionDirective verb, Func<TCommand, string> code)
        where TCommand : KernelCommand
    {
        verb.KernelCommandType = typeof(TCommand);
        directive.Subcommands.Add(verb);
        root.RegisterCommandHandler<TCommand>((command, context) => RunAsync(root, code(command), command, context));
    }

    private static async Task RunAsync(Kernel root, string code, KernelCommand command, KernelInvocationContext context)
    {
        var result = await root.SendAsync(new SubmitCode(code, "csharp")).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
        {
            context.Fail(command, message: failed.Message);
        }
    }

    private static string Sandbox()
    {
        var version = typeof(NotebookHost).Assembly.GetName().Version!.ToString(3);
        return $$"""
            #r "nuget: Up42.Interactive.Sandbox, {{version}}"
            var sandbox = await Up42.Interactive.SandboxServer.StartAsync();
            {{LogIn}}
                Up42.Interactive.Up42Credentials.FromProject(sandbox.Credentials.ProjectId, sandbox.Credentials.ProjectApiKey),
                new Up42.Interactive.Up42ClientOptions { Endpoint = sandbox.Endpoint });
            up42
            """;
    }

    private sealed class StartSandbox : KernelCommand;

    private sealed class LogInToUp42 : KernelCommand;

    private sealed class OpenResults : KernelCommand
    {
        public required string Path { get; set; }
    }
}
