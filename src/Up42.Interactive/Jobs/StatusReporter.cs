using System.Globalization;

namespace Up42.Interactive;

/// <summary>Says in lines what goes on while somebody waits.</summary>
internal sealed class StatusReporter(ApiConnection connection)
{
    private readonly TextWriter _output = connection.Options.Output ?? Console.Out;

    public void Changed(Job job) => Say($"Job {job.Info}");

    public void Waiting(Job job, TimeSpan waited) => Say($"Job {job.Info}, after {Words(waited)}");

    public void Lost(Job job, Exception error) => Say($"Job {job.Id}: not reached, asking again. {error.Message}");

    public void Say(string text)
    {
        var time = connection.Time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        _output.WriteLine($"{time} {OneLine.Of(text)}");
    }

    private static string Words(TimeSpan time) =>
        time.ToString(time < TimeSpan.FromHours(1) ? @"m\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
