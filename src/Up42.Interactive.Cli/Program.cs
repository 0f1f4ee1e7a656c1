using System.CommandLine;

var root = new RootCommand("See results of UP42 jobs: reports, notebooks, and a local sandbox of the service.");
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
