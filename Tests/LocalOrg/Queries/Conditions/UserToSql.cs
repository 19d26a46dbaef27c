using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Conditions on who asks.</summary>
internal static class UserToSql
{
    public static bool Write(Comparand comparand)
    {
        switch (comparand.Condition.Operator)
        {
            case ConditionOperator.EqualUserId or ConditionOperator.NotEqualUserId:
                Demand(comparand);
                WriteUser(comparand, comparand.Condition.Operator == ConditionOperator.NotEqualUserId);
                return true;
            case ConditionOperator.EqualBusinessId or ConditionOperator.NotEqualBusinessId:
                Demand(comparand);
                WriteUnit(comparand, comparand.Condition.Operator == ConditionOperator.NotEqualBusinessId);
                return true;
            case ConditionOperator.EqualUserTeams or ConditionOperator.EqualUserOrUserTeams:
                Demand(comparand);
                WriteTeams(comparand, comparand.Condition.Operator == ConditionOperator.EqualUserOrUserTeams);
                return true;
            case ConditionOperator.EqualUserLanguage:
                comparand.Demand(0);
                comparand.DemandType(comparand.Column.Type == ColumnType.Integer, "whole numbers");
                comparand.Name().Add(" = ").Value(comparand.Dialect.Encode(comparand.Column, comparand.Context.UserLanguage));
                return true;
            case ConditionOperator.EqualUserOrUserHierarchy or ConditionOperator.EqualUserOrUserHierarchyAndTeams:
                throw new NotSupportedByLocalOrgException($"the condition operator {comparand.Condition.Operator}: hierarchy security is off, as in a new org");
            default:
                return false;
        }
    }

    private static void Demand(Comparand comparand)
    {
        comparand.Demand(0);
        comparand.DemandType(
            comparand.Column.Type is ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner,
            "unique identifiers");
    }

    // An empty column is not the user's either, as with "not equal".
    private static void WriteUser(Comparand comparand, bool isNot)
    {
        comparand.Sql.Add("(");
        comparand.Name().Add(isNot ? " <> " : " = ").Value(User(comparand));
        WriteOrEmpty(comparand, isNot);
    }

    private static void WriteUnit(Comparand comparand, bool isNot)
    {
        comparand.Sql.Add("(");
        comparand.Name().Add(isNot ? " <> " : " = ")
            .Add("(SELECT ").Name(SystemUser.BusinessUnitId).Add(" FROM ").Name(SystemUser.Table)
            .Add(" WHERE ").Name(SystemUser.Id).Add(" = ").Value(User(comparand)).Add(")");
        WriteOrEmpty(comparand, isNot);
    }

    private static void WriteOrEmpty(Comparand comparand, bool isNot)
    {
        if (isNot)
        {
            comparand.Sql.Add(" OR ");
            comparand.Name().Add(" IS NULL");
        }

        comparand.Sql.Add(")");
    }

    private static void WriteTeams(Comparand comparand, bool withUser)
    {
        comparand.Sql.Add("(");
        comparand.Name().Add(" IN (SELECT ").Name(TeamMembership.TeamId).Add(" FROM ").Name(TeamMembership.Table)
            .Add(" WHERE ").Name(TeamMembership.SystemUserId).Add(" = ").Value(User(comparand)).Add(")");
        if (withUser)
        {
            comparand.Sql.Add(" OR ");
            comparand.Name().Add(" = ").Value(User(comparand));
        }

        comparand.Sql.Add(")");
    }

    private static object User(Comparand comparand) => comparand.Dialect.Encode(comparand.Column, comparand.Context.Scope.UserId);
}
