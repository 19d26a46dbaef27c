using System.CommandLine;
using CrmExtensions.Packing;

var folder = new Argument<string>("FOLDER") { Description = "The unpacked solution: the folder that holds Other, Entities and the rest." };
var assembly = new Option<string>("--assembly") { Description = "The plug-in DLL as built.", HelpName = "DLL", Required = true };
var version = new Option<string>("--version-number") { Description = "The version, with four parts.", HelpName = "N.N.N.N", Required = true };
var output = new Option<string>("--output") { Description = "The unmanaged zip; the managed one gets _managed before its ending.", HelpName = "ZIP", Required = true };
var command = new RootCommand("Packs an unpacked solution, managed and unmanaged.") { folder, assembly, version, output };
command.SetAction(parsed =>
{
    try
    {
        var package = Packer.Pack(new SourceFolder(parsed.GetValue(folder)!), parsed.GetValue(assembly)!, parsed.GetValue(version)!);
        var (unmanaged, managed) = (package.As(managed: false).ToZip(), package.As(managed: true).ToZip());
        var zip = Path.GetFullPath(parsed.GetValue(output)!);
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        File.WriteAllBytes(zip, unmanaged);
        File.WriteAllBytes(Path.ChangeExtension(zip, null) + "_managed.zip", managed);
        return 0;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"{parsed.GetValue(output)} : error PACK : {failure.Message}");
        return 1;
    }
    catch (PackException failure)
    {
        // In the form that MSBuild shows as errors of its own.
        foreach (var complaint in failure.Complaints)
        {
            Console.Error.WriteLine($"{Path.Combine(parsed.GetValue(folder)!, complaint.Place)} : error PACK : {complaint.English} / {complaint.Japanese}");
        }

        return 1;
    }
});
return command.Parse(args).Invoke();
