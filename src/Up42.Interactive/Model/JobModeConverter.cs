using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

internal sealed class JobModeConverter : JsonConverter<JobMode>
{
    public override JobMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LooseTextConverter.ReadText(ref reader) is { } value && !string.IsNullOrWhiteSpace(value) ? new JobMode(value) : default;

    public override void Write(Utf8JsonWriter writer, JobMode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
