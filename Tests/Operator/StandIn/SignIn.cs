using System.Text.Json.Nodes;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Microsoft Entra ID, as far as client credentials go (learn.microsoft.com/entra: v2-oauth2-client-creds-grant-flow).</summary>
internal sealed class SignIn(HashSet<string> tokens)
{
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string Client = "00000000-0000-0000-0000-0000000000bb";

    /// <summary>Has what a careless script would break by not encoding it.</summary>
    public const string Secret = "s3cret~&=+% \"'$x";

    /// <summary>How many tokens have been given.</summary>
    public int Given { get; private set; }

    public (int Status, string Body) Answer(Call call)
    {
        var fields = System.Web.HttpUtility.ParseQueryString(call.Body);
        if (call.Path != $"/{Tenant}/oauth2/v2.0/token" || call.Headers.GetValueOrDefault("content-type") != "application/x-www-form-urlencoded" || fields["grant_type"] != "client_credentials")
        {
            return (404, "");
        }

        if (fields["client_id"] != Client || fields["client_secret"] != Secret || fields["scope"] != $"http://{call.Headers["host"]}/.default")
        {
            return (401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215: Invalid client secret provided." }.ToJsonString());
        }

        var token = $"eyJ.given.{++Given}";
        tokens.Add(token);
        return (200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = token }.ToJsonString());
    }
}
