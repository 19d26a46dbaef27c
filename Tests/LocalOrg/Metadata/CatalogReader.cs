namespace CrmExtensions.Local.Metadata;

/// <summary>Builds the catalog of an org from unpacked solution folders, the system's tables first.</summary>
public static class CatalogReader
{
    /// <param name="solutions">Unpacked solution folders; later ones may point to tables of earlier ones.</param>
    /// <param name="lateSteps">Folder of steps that are registered after import; may be missing.</param>
    public static Catalog Read(IReadOnlyList<string> solutions, string lateSteps)
    {
        foreach (var folder in solutions.Where(folder => !Directory.Exists(folder)))
        {
            throw new DirectoryNotFoundException($"The solution folder {folder} does not exist.");
        }

        var relations = solutions.SelectMany(RelationshipReader.Elements).ToList();
        var oneToMany = relations.Where(RelationshipReader.IsOneToMany).Select(RelationshipReader.OneToMany).ToList();
        var manyToMany = relations.Where(element => !RelationshipReader.IsOneToMany(element)).Select(RelationshipReader.ManyToMany).ToList();
        var choices = solutions.SelectMany(OptionReader.Global).ToDictionary(choice => choice.Key, choice => choice.Value);
        var columns = new ColumnReader(choices, oneToMany.ToLookup(relation => relation.Referencing + "." + relation.ReferencingColumn, relation => relation.Referenced));
        var tables = new TableReader(columns).ReadAll(solutions);
        manyToMany.RemoveAll(relation => !tables.ContainsKey(relation.First) || !tables.ContainsKey(relation.Second));
        foreach (var intersection in manyToMany)
        {
            tables.Add(intersection.Table, RelationshipReader.TableOf(intersection, tables));
        }

        return new Catalog
        {
            Tables = tables,
            Relationships = [.. oneToMany.Where(relation => tables.ContainsKey(relation.Referenced) && tables.ContainsKey(relation.Referencing))],
            Intersections = manyToMany,
            Steps =
            [
                .. solutions.SelectMany(folder => StepReader.ReadAll(Path.Combine(folder, "SdkMessageProcessingSteps"), late: false)),
                .. StepReader.ReadAll(lateSteps, late: true),
            ],
            Roles = [.. solutions.SelectMany(RoleReader.ReadAll)],
            Profiles = [.. solutions.SelectMany(ColumnProfileReader.ReadAll)],
            CustomApis = [.. solutions.SelectMany(CustomApiReader.ReadAll)],
        };
    }
}
