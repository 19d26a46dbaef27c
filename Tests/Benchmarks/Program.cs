using BenchmarkDotNet.Running;
using CrmExtensions.Benchmarks.Org;
using CrmExtensions.Benchmarks.Rollups;

switch (args)
{
    case ["org"]:
        OrgFigures.Print();
        return 0;
    case ["rollups", .. var options]:
        return RollupCommand.Run(options);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OrgFigures).Assembly).Run(args);
        return 0;
}
