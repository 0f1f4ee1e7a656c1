using System.Globalization;

namespace Up42.Interactive;

/// <summary>What a feature is called under the pointer: when it was taken and by what, where its columns say so; else its name.</summary>
internal static class FeatureLabel
{
    private static readonly string[] DateColumns = ["acquisitionDate", "acquisition_date", "sensingDate", "sensing_date", "datetime", "start_datetime", "date"];
    private static readonly string[] SensorColumns = ["sensor", "constellation", "platform", "satellite", "mission", "producer"];

    /// <summary>For example "2020-05-01, Landsat 7 ETM+".</summary>
    /// <param name="row">The feature.</param>
    /// <param name="name">Its name.</param>
    public static string Create(FeatureRow row, string name)
    {
        var date = Column(row, DateColumns) is { } dates && row.GetDate(dates) is { } taken
            ? taken.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        var sensor = date is not null && Column(row, SensorColumns) is { } sensors ? row.GetText(sensors) : null;
        return date is null ? name : string.IsNullOrWhiteSpace(sensor) ? date : $"{date}, {sensor}";
    }

    private static string? Column(FeatureRow row, string[] names) =>
        row.Select(cell => cell.Key).FirstOrDefault(column => names.Contains(column, StringComparer.OrdinalIgnoreCase));
}
