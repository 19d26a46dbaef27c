using BenchmarkDotNet.Running;
using CrmExtensions.Benchmarks.Org;

if (args is ["org"])
{
    OrgFigures.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
