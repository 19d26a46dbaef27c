namespace CrmExtensions.Local.Metadata;

/// <summary>Builds the catalog of an org from solutions, the system's tables first.</summary>
public static class CatalogReader
{
    /// <param name="solutions">Solutions, each an unpacked folder or a zip; later ones may point to tables of earlier ones.</param>
    /// <param name="lateSteps">Folder of steps that are registered after import; may be missing.</param>
    public static Catalog Read(IReadOnlyList<string> solutions, string lateSteps) => Read([.. solutions.Select(Solution.At)], [.. StepReader.ReadLate(lateSteps)]);

    /// <summary>The catalog after one solution has been imported after the other; of what several bring, the last is in force.</summary>
    internal static Catalog Read(IReadOnlyList<Solution> solutions, IReadOnlyList<Step> lateSteps)
    {
        var relations = solutions.SelectMany(RelationshipReader.Elements).InForce(element => element.Name("Name"));
        var oneToMany = relations.Where(RelationshipReader.IsOneToMany).Select(RelationshipReader.OneToMany).ToList();
        var manyToMany = relations.Where(element => !RelationshipReader.IsOneToMany(element)).Select(RelationshipReader.ManyToMany).ToList();
        var choices = solutions.SelectMany(OptionReader.Global).GroupBy(choice => choice.Key, choice => choice.Value)
            .ToDictionary(choice => choice.Key, choice => choice.Aggregate((earlier, later) => Option.Over(later, earlier)));
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
            Steps = [.. solutions.SelectMany(StepReader.ReadAll).Concat(lateSteps).InForce(step => step.Id)],
            Roles = [.. solutions.SelectMany(RoleReader.ReadAll).InForce(role => role.Id)],
            Profiles = [.. solutions.SelectMany(ColumnProfileReader.ReadAll).InForce(profile => profile.Id)],
            CustomApis = [.. solutions.SelectMany(CustomApiReader.ReadAll).InForce(api => api.Name)],
        };
    }

    // In the order of their first, so that a later version changes no order.
    private static List<T> InForce<T, TKey>(this IEnumerable<T> parts, Func<T, TKey> key) => [.. parts.GroupBy(key).Select(same => same.Last())];
}
