using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Records as other servers send them; where the options do not ask for it, as they are.</summary>
internal sealed class OddRecords(SandboxOptions options)
{
    /// <summary>A job whose names are numbers; a canceled one has a status that nobody documents.</summary>
    public JsonObject Job(JsonObject job)
    {
        if (options.OddRecords)
        {
            (job["name"], job["displayId"], job["description"]) = (42, 7, true);
            job["status"] = (string?)job["status"] == "CANCELLED" ? "ARCHIVED" : (string?)job["status"];
        }

        return job;
    }

    /// <summary>A page with a record that is not a job's; after the last page null.</summary>
    public JsonNode? Page(JsonArray jobs)
    {
        if (!options.OddRecords)
        {
            return jobs;
        }

        if (jobs.Count == 0)
        {
            return null;
        }

        jobs.Add(new JsonObject { ["id"] = 7 });
        return jobs;
    }

    /// <summary>Tasks whose versions are numbers.</summary>
    public JsonArray Tasks(JsonArray tasks)
    {
        foreach (var task in options.OddRecords ? tasks.OfType<JsonObject>() : [])
        {
            (task["displayId"], task["blockVersion"]) = (12, 1.2);
        }

        return tasks;
    }

    /// <summary>A cost that is not known.</summary>
    public decimal? Credits(decimal credits) => options.OddRecords ? null : credits;
}
