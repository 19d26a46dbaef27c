using System.Diagnostics;

namespace CrmExtensions.Tests;

/// <summary>The C# names of tables and columns are written by the host from the solution, never by hand.</summary>
[TestClass]
public sealed class ConstantsTests
{
    private const string Folder = "Plugins/CrmExtensions.Plugins/Tables";

    [TestMethod]
    public async Task Written_again_the_constants_are_what_is_checked_in()
    {
        var folder = Directory.CreateTempSubdirectory("constants");
        try
        {
            await WriteConstants(folder.FullName);
            var written = folder.GetFiles().ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));
            var kept = Repo.FilesIn(Folder, "").ToDictionary(file => Path.GetFileName(file), file => File.ReadAllBytes(Repo.Full(file)));

            Expect.SameLines("what the host writes", written.Keys, Folder, kept.Keys);
            Expect.NoComplaint(kept.Where(file => !written[file.Key].AsSpan().SequenceEqual(file.Value)).Select(file => $"{file.Key} is not what the host writes."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteConstants(string folder)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "LocalOrg.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, "constants", folder]) { RedirectStandardError = true })!;
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.AreEqual(0, process.ExitCode, complaint);
    }
}
