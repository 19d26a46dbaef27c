using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CrmExtensions.Tests.StandIn;

/// <summary>
/// A stand-in of the Dataverse Web API on loopback: as strict as the documentation lets us be, and refusing what it does not know. What
/// an org really does beyond the documentation it cannot show.
/// </summary>
internal sealed class Dataverse : IAsyncDisposable
{
    public const string Root = "/api/data/v9.2/";
    public const string Token = "eyJ.stand-in.token";

    private readonly WebApplication app;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly List<Call> calls = [];

    private Dataverse(WebApplication app)
    {
        this.app = app;
        Tokens = [Token];
        SignIn = new SignIn(Tokens);
        app.Run(Answer);
    }

    /// <summary>The time of the org.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public OrgRows Rows { get; } = new();

    /// <summary>Whose bearers may come in.</summary>
    public HashSet<string> Tokens { get; }

    public SignIn SignIn { get; }

    public List<Mishap> Mishaps { get; } = [];

    /// <summary>Custom APIs by name: from the body to the answer.</summary>
    public Dictionary<string, Func<JsonObject, JsonObject>> CustomApis { get; } = [];

    /// <summary>How often a key is still looked at in vain, by its id.</summary>
    public Dictionary<Guid, int> LooksUntilActive { get; } = [];

    public int PageSize { get; set; } = 5_000;

    public string Url { get; private set; } = "";

    public IReadOnlyList<Call> Calls => calls;

    public IEnumerable<Call> Writes => calls.Where(call => call.IsWrite);

    public static async Task<Dataverse> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var org = new Dataverse(builder.Build());
        await org.app.StartAsync();
        org.Url = org.app.Urls.Single();
        return org;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var held in Mishaps)
        {
            held.Came?.TrySetCanceled();
        }

        await app.DisposeAsync();
        oneAtATime.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        var call = await Read(context.Request);
        await oneAtATime.WaitAsync();
        try
        {
            calls.Add(call);
            if (Mishaps.Find(mishap => mishap.Times > 0 && mishap.Hits(call)) is { } mishap)
            {
                await Suffer(mishap, call, context);
                return;
            }

            await Write(context, call, Carried(call, context.Request));
        }
        catch (ApiFault fault)
        {
            var answer = new JsonObject { ["error"] = new JsonObject { ["code"] = fault.Code, ["message"] = fault.Message } };
            await Write(context, call, (fault.Status, answer.ToJsonString()));
        }
#pragma warning disable CA1031 // A defect of the stand-in itself: shown as an answer, or the test would not tell.
        catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await Write(context, call, (500, new JsonObject { ["error"] = new JsonObject { ["code"] = "stand-in", ["message"] = defect.ToString() } }.ToJsonString()));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private (int Status, string Body) Carried(Call call, HttpRequest request)
    {
        if (!request.Path.StartsWithSegments(Root.TrimEnd('/')))
        {
            return SignIn.Answer(call);
        }

        Etiquette.Check(call);
        return Tokens.Contains(call.Headers.GetValueOrDefault("authorization", "").Replace("Bearer ", "", StringComparison.Ordinal))
            ? new Carrier(this, new Uri(Url + Root)).Carry(call, new Uri(request.GetEncodedUrl()))
            : (401, "");
    }

    private static async Task Suffer(Mishap mishap, Call call, HttpContext context)
    {
        mishap.Times--;
        if (mishap.Came is { } came)
        {
            came.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (mishap.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = pause;
        }

        await Write(context, call, (mishap.Status, mishap.Body));
    }

    private static async Task Write(HttpContext context, Call call, (int Status, string Body) answer)
    {
        call.Status = context.Response.StatusCode = answer.Status;
        if (answer.Body.Length > 0)
        {
            context.Response.ContentType = "application/json; odata.metadata=minimal";
            await context.Response.WriteAsync(answer.Body);
        }
    }

    private static async Task<Call> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var path = request.Path.Value!;
        return new Call(
            request.Method,
            path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path,
            Uri.UnescapeDataString(request.QueryString.Value!),
            await reader.ReadToEndAsync(),
            headers);
    }
}
