namespace Up42.Interactive.Tests.Http;

public sealed class CredentialsTests : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("UP42_PROJECT_ID=p UP42_PROJECT_API_KEY=k", "project p", "p")]
    [InlineData("UP42_USERNAME=u UP42_PASSWORD=w", "account u", null)]
    [InlineData("UP42_USERNAME=u UP42_PASSWORD=w UP42_PROJECT_ID=p", "account u", "p")]
    [InlineData("UP42_USERNAME=u UP42_PASSWORD=w UP42_PROJECT_ID=p UP42_PROJECT_API_KEY=k", "account u", "p")]
    public void FromEnvironment_takes_what_is_complete(string variables, string who, string? projectId)
    {
        var credentials = Sources(variables).Credentials();

        credentials.ToString().ShouldBe(who);
        credentials.ProjectId.ShouldBe(projectId);
    }

    [Theory]
    [InlineData("UP42_PROJECT_ID=p", "UP42_PROJECT_ID is set, but UP42_PROJECT_API_KEY is missing in the environment.")]
    [InlineData("UP42_PROJECT_API_KEY=k", "UP42_PROJECT_API_KEY is set, but UP42_PROJECT_ID is missing in the environment.")]
    [InlineData("UP42_USERNAME=u", "UP42_USERNAME is set, but UP42_PASSWORD is missing in the environment.")]
    [InlineData("UP42_PASSWORD=w", "UP42_PASSWORD is set, but UP42_USERNAME is missing in the environment.")]
    [InlineData("UP42_PROJECT_ID=p UP42_PROJECT_API_KEY=k UP42_USERNAME=u", "UP42_USERNAME is set, but UP42_PASSWORD is missing in the environment.")]
    [InlineData("UP42_USERNAME=u UP42_PASSWORD=w UP42_PROJECT_API_KEY=k", "UP42_PROJECT_API_KEY is set, but UP42_PROJECT_ID is missing in the environment.")]
    public void FromEnvironment_with_half_a_pair_names_the_missing_half(string variables, string message) =>
        Should.Throw<Up42Exception>(() => Sources(variables).Credentials()).Message.ShouldBe(message);

    [Fact]
    public void Credentials_of_nowhere_lists_every_way()
    {
        var error = Should.Throw<Up42Exception>(() => Sources("").Credentials());

        error.Message.ShouldBe(
            "There are no credentials. Pass Up42Credentials.FromProject(projectId, projectApiKey) or FromAccount(username, password), "
            + "or set UP42_PROJECT_ID and UP42_PROJECT_API_KEY, or UP42_USERNAME and UP42_PASSWORD, "
            + $"or write them to the file that UP42_CONFIG names, or to {_home[".up42/credentials.json"]}.");
    }

    [Fact]
    public void Credentials_come_from_the_environment_then_UP42_CONFIG_then_the_home_directory()
    {
        var config = Write("config.json", """{"project_id":"from-config","project_api_key":"k"}""");
        Directory.CreateDirectory(_home[".up42"]);
        Write(".up42/credentials.json", """{"username":"from-home","password":"w"}""");

        Sources($"UP42_PROJECT_ID=p UP42_PROJECT_API_KEY=k UP42_CONFIG={config}").Credentials().ToString().ShouldBe("project p");
        Sources($"UP42_CONFIG={config}").Credentials().ToString().ShouldBe("project from-config");
        Sources("").Credentials().ToString().ShouldBe("account from-home");
    }

    [Theory]
    [InlineData("""{"project_id":"p","project_api_key":"k"}""", "project p", "p")]
    [InlineData("""{"username":"u","password":"w"}""", "account u", null)]
    [InlineData("""{"username":"u","password":"w","project_id":"p","project_api_key":"k"}""", "account u", "p")]
    public void FromFile_reads_the_predecessors_file(string json, string who, string? projectId)
    {
        var credentials = Up42Credentials.FromFile(Write("c.json", json));

        credentials.ToString().ShouldBe(who);
        credentials.ProjectId.ShouldBe(projectId);
    }

    [Theory]
    [InlineData("""{"project_id":"p"}""", "project_id is set, but project_api_key is missing in '{0}'.")]
    [InlineData("""{"project_api_key":"hush"}""", "project_api_key is set, but project_id is missing in '{0}'.")]
    [InlineData("{}", "There are no credentials in '{0}': it needs project_id and project_api_key, or username and password.")]
    [InlineData("[]", "The credentials file '{0}' is not a JSON object with project_id and project_api_key.")]
    [InlineData("{\n\"project_api_key\": hush}", "The credentials file '{0}' is not JSON: line 2 breaks it.")]
    public void FromFile_that_is_not_complete_names_what_is_missing(string json, string message)
    {
        var path = Write("c.json", json);

        var error = Should.Throw<Up42Exception>(() => Up42Credentials.FromFile(path));

        error.Message.ShouldBe(string.Format(System.Globalization.CultureInfo.InvariantCulture, message.Replace("{}", "{{}}", StringComparison.Ordinal), path));
        error.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void FromFile_that_is_not_there_says_so() =>
        Should.Throw<Up42Exception>(() => Up42Credentials.FromFile(_home["none.json"])).Message
            .ShouldBe($"The credentials file '{_home["none.json"]}' cannot be read: the file does not exist.");

    [Theory]
    [InlineData(null, "", "https://api.up42.com/")]
    [InlineData(null, "UP42_ENDPOINT=http://127.0.0.1:4242", "http://127.0.0.1:4242/")]
    [InlineData("https://proxy.example/up42", "UP42_ENDPOINT=http://127.0.0.1:4242", "https://proxy.example/up42/")]
    public void Endpoint_is_the_wanted_one_then_the_variable_then_the_usual(string? wanted, string variables, string endpoint) =>
        Sources(variables).Endpoint(wanted is null ? null : new Uri(wanted)).ShouldBe(new Uri(endpoint));

    [Theory]
    [InlineData("ftp://api.up42.com", "The endpoint 'ftp://api.up42.com' is not a URL such as https://api.up42.com.")]
    [InlineData("http://api.up42.com", "The endpoint http://api.up42.com/ would send the credentials unencrypted: use https.")]
    [InlineData("https://u:hush@api.up42.com", "The endpoint on api.up42.com carries a user name; credentials go into Up42Credentials.")]
    public void Endpoint_that_will_not_do_is_refused(string wanted, string message) =>
        Should.Throw<Up42Exception>(() => Sources("").Endpoint(new Uri(wanted))).Message.ShouldBe(message);

    private CredentialSources Sources(string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new CredentialSources(values.GetValueOrDefault, _home.Path);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_home[name], text);
        return _home[name];
    }
}
