using Npgsql;

namespace CrmExtensions.Tests;

/// <summary>The server that the tests of this assembly need: without one they say why they did not run.</summary>
[TestClass]
public static class Server
{
    [AssemblyInitialize]
    public static void Demand(TestContext test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var given = Environment.GetEnvironmentVariable("LOCALORG_POSTGRESQL");
        if (string.IsNullOrEmpty(given))
        {
            Assert.Inconclusive("LOCALORG_POSTGRESQL names no PostgreSQL server. Start one with '. .ci/postgresql', which needs Debian's postgresql package, and run again.");
        }

        try
        {
            using var connection = new NpgsqlConnection(given);
            connection.Open();
        }
        catch (NpgsqlException unreachable)
        {
            Assert.Inconclusive($"The PostgreSQL server that LOCALORG_POSTGRESQL names cannot be used: {unreachable.Message}");
        }
    }
}
