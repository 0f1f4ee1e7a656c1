namespace Up42.Interactive;

/// <summary>Projects and their settings.</summary>
internal sealed class ProjectsApi(ApiConnection connection)
{
    public Task<ProjectInfo> GetAsync(string projectId, CancellationToken cancellationToken) =>
        connection.GetDataAsync(ApiPath.Project(projectId), ProjectInfo.Parse, cancellationToken);

    public Task<IReadOnlyList<ProjectSetting>> GetSettingsAsync(string projectId, CancellationToken cancellationToken) =>
        connection.GetListAsync($"{ApiPath.Project(projectId)}/settings", ProjectSetting.Parse, cancellationToken);
}
