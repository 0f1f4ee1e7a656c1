using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

internal sealed class JobStatusConverter : JsonConverter<JobStatus>
{
    public override JobStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LooseTextConverter.ReadText(ref reader) is { } value && !string.IsNullOrWhiteSpace(value) ? new JobStatus(value) : default;

    public override void Write(Utf8JsonWriter writer, JobStatus value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
