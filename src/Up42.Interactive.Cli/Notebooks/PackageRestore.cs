using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security;
using System.Text.Json;

namespace Up42.Interactive.Cli;

/// <summary>
/// Packages that a notebook asks for and this build does not hold. The .NET SDK restores them as NuGet is configured for the notebook's
/// folder; their assemblies are loaded as if they were the tool's own.
/// </summary>
/// <param name="Assemblies">Full paths of the packages' assemblies, those they depend on included.</param>
/// <param name="NativeLibraries">Full paths of the native libraries among them, for this system.</param>
internal sealed record PackageRestore(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries)
{
    /// <summary>Nothing was asked for.</summary>
    public static PackageRestore None { get; } = new([], []);

    /// <summary>Restores packages.</summary>
    /// <param name="packages">Names and versions; a version that is null is the newest.</param>
    /// <param name="sources">Further sources: folders, which may be relative to the notebook's, or addresses.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">They can't be had; NuGet says why.</exception>
    public static async Task<PackageRestore> RunAsync(
        IReadOnlyList<(string Name, string? Version)> packages, IReadOnlyList<string> sources, string folder, CancellationToken cancellationToken)
    {
        var project = Directory.CreateTempSubdirectory("up42-packages-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(project.FullName, "packages.csproj"), Project(packages, sources, folder), cancellationToken)
                    .ConfigureAwait(false);
            await RestoreAsync(project.FullName, cancellationToken).ConfigureAwait(false);
            using var assets = JsonDocument.Parse(
                await File.ReadAllBytesAsync(Path.Combine(project.FullName, "obj", "project.assets.json"), cancellationToken)
                    .ConfigureAwait(false));
            return new PackageRestore(Files(assets.RootElement, "runtime"), Files(assets.RootElement, "native"));
        }
        finally
        {
            project.Delete(recursive: true);
        }
    }

    /// <summary>Loads the assemblies, so that cells and this tool share one copy of each. What the tool has itself stays as it is.</summary>
    public void Load()
    {
        var own = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Select(Path.GetFileName).ToHashSet();
        foreach (var assembly in Assemblies.Where(path => !own.Contains(Path.GetFileName(path))))
        {
            AssemblyLoadContext.Default.LoadFromAssemblyPath(assembly);
        }

        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            NativeLibraries.FirstOrDefault(
                path => Path.GetFileNameWithoutExtension(path) is var file
                    && (file == name || file == $"lib{name}" || Path.GetFileName(path) == name)) is { } library
                ? NativeLibrary.Load(library)
                : 0;
    }

    private static string Project(IReadOnlyList<(string Name, string? Version)> packages, IReadOnlyList<string> sources, string folder)
    {
        var feeds = string.Join(';', sources.Select(source => Source(source, folder)));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(feeds)}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(Reference))}
              </ItemGroup>
            </Project>
            """;
    }

    private static string Reference((string Name, string? Version) package) =>
        $"""<PackageReference Include="{SecurityElement.Escape(package.Name)}" Version="{SecurityElement.Escape(package.Version ?? "*")}" />""";

    private static string Source(string source, string folder) =>
        source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);

    private static async Task RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, ["restore", "packages.csproj", "--nologo", "-v", "quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new CommandException($"The notebook's packages can't be had. {Reason($"{output}\n{await error.ConfigureAwait(false)}")}");
        }
    }

    private static System.Diagnostics.Process Start(ProcessStartInfo start)
    {
        try
        {
            return System.Diagnostics.Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandException("The notebook's packages can't be had: that takes the .NET SDK, and there is no program dotnet on the path.");
        }
    }

    // "…/packages.csproj : error NU1101: Unable to find package X. …": what comes after the project's path, without the project's name.
    private static string Reason(string output)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.Contains("error ", StringComparison.Ordinal)) ?? output.Trim();
        return line[Math.Max(0, line.IndexOf("error ", StringComparison.Ordinal))..].Split(" [")[0].Trim();
    }

    private static List<string> Files(JsonElement assets, string kind)
    {
        var folders = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var target = assets.GetProperty("targets").GetProperty($"net10.0/{RuntimeInformation.RuntimeIdentifier}");
        return
        [
            .. from library in target.EnumerateObject()
               where library.Value.GetProperty("type").ValueEquals("package") && library.Value.TryGetProperty(kind, out _)
               let root = assets.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!
               from file in library.Value.GetProperty(kind).EnumerateObject()
               where !file.Name.EndsWith("_._", StringComparison.Ordinal)
               select folders.Select(folder => Path.Combine(folder, root, file.Name)).First(File.Exists),
        ];
    }
}
