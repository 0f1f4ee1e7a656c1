#!/usr/bin/env dotnet
// From an archive to pages and pictures, in a program of one file:
//
//     dotnet run explore.cs                 with a scene of the sandbox
//     dotnet run explore.cs -- result.tgz   with your own
//
// Beside the packages you install, `#:package Up42.Interactive@0.1.0` and `#:package Up42.Interactive.Sandbox@0.1.0` take the place of the next two lines.
#:project ../src/Up42.Interactive/Up42.Interactive.csproj
#:project ../src/Up42.Interactive.Sandbox/Up42.Interactive.Sandbox.csproj
using Up42.Interactive;

var results = args is [var path, ..] ? JobResults.Open(path) : await FromSandboxAsync();
Console.WriteLine(results);
Console.WriteLine(results.Table);

foreach (var raster in results.Rasters)
{
    using var file = raster.Open();
    Console.WriteLine($"{raster.Name}: {file.Width} × {file.Height} pixels, {file.Bands.Count} bands, {file.Crs}");
}

// What a notebook cell would show goes to a file here.
var plot = results.PlotResults();
Console.WriteLine(plot.SavePng("explore/scene.png"));
Console.WriteLine(results.MapResults().SaveHtml("explore/map.html"));
results.Table.SaveCsv("explore/scenes.csv");

static async Task<JobResults> FromSandboxAsync()
{
    await using var sandbox = await SandboxServer.StartAsync();
    using var up42 = await Up42Client.AuthenticateAsync(
        Up42Credentials.FromProject(sandbox.Credentials.ProjectId, sandbox.Credentials.ProjectApiKey),
        new Up42ClientOptions { Endpoint = sandbox.Endpoint, OutputDirectory = "explore" });
    var job = await up42.GetJobAsync(sandbox.Jobs[0].Id);
    return await job.DownloadResultsAsync();
}
