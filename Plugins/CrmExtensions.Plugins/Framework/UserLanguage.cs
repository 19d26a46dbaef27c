using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Framework;

/// <summary>Says no in the language of whoever is at the keyboard.</summary>
internal static class UserLanguage
{
    /// <summary>Ends the run where there is a refusal; one service call then, none where there is not.</summary>
    /// <exception cref="InvalidPluginExecutionException">There is a refusal.</exception>
    public static void Refuse(this PluginRun run, Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException(refusal.In(run.Language()));
        }
    }

    /// <summary>The refusal in both languages, where it is not known who will read it: a setting that is wrong stops everybody.</summary>
    public static InvalidPluginExecutionException InBothLanguages(this Refusal refusal) =>
        new(refusal.In(Texts.Language.Japanese) + "\n" + refusal.In(Texts.Language.English));

    /// <summary>The display language of whoever is at the keyboard.</summary>
    public static Language Language(this PluginRun run) => run.LanguageOf(run.Context.InitiatingUserId);

    /// <summary>The display language that a user has set; English where none is. One service call.</summary>
    public static Language LanguageOf(this PluginRun run, Guid user)
    {
        var query = new QueryExpression(UserSettings.Table) { ColumnSet = new ColumnSet(UserSettings.UILanguageId), TopCount = 1 };
        query.Criteria.AddCondition(UserSettings.Id, ConditionOperator.Equal, user);
        var settings = run.Org.RetrieveMultiple(query).Entities.FirstOrDefault();
        return Languages.FromLcid(settings?.GetAttributeValue<int?>(UserSettings.UILanguageId) ?? 0);
    }
}
