using System.Globalization;
using System.Text.RegularExpressions;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Replay;

/// <summary>From the fields of a row to a deal, or to the first reason why not.</summary>
internal sealed partial class DealParser(Catalog catalog, TimeZoneInfo zone)
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyyMMdd",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    // The earliest date the platform keeps.
    private static readonly DateTime Earliest = new(1753, 1, 1);

    private readonly Dictionary<string, int> seen = [];

    /// <summary>The deal; empty when the row was added to the rejections.</summary>
    public DealRow? Parse(DealFields row, List<Rejection> rejections)
    {
        try
        {
            return Deal(row);
        }
        catch (RejectedException rejected)
        {
            rejections.Add(new Rejection(row.Line, rejected.Column, rejected.Message));
            return null;
        }
    }

    private DealRow Deal(DealFields row)
    {
        var status = StatusOf(row);
        return new DealRow
        {
            Line = row.Line,
            Topic = Text(row, DealFields.Topic, Opportunity.Table, Opportunity.Name, isRequired: true),
            Owner = Text(row, DealFields.Owner, SystemUser.Table, SystemUser.FullName, isRequired: true),
            Status = status,
            Account = Text(row, DealFields.Account, Account.Table, Account.Name),
            Industry = Short(row, DealFields.Industry),
            Team = Text(row, DealFields.Team, BusinessUnit.Table, BusinessUnit.Name),
            StatusReason = ReasonOf(row, status),
            ClosedAt = status == DealStatus.Open ? null : ClosedAt(row),
            ActualRevenue = Money(row, DealFields.ActualRevenue),
            EstimatedRevenue = Money(row, DealFields.EstimatedRevenue),
            Competitor = Text(row, DealFields.Competitor, Competitor.Table, Competitor.Name),
            Product = Text(row, DealFields.Product, Tables.Product.Table, Tables.Product.Name),
            LeadSource = Short(row, DealFields.LeadSource),
            Id = IdOf(row),
        };
    }

    // Two rows that are the same in every field are two deals: the second has another id.
    private Guid IdOf(DealFields row)
    {
        var content = string.Join('\u001f', DealFields.Names.Select(name => row[name]));
        var occurrence = seen[content] = seen.GetValueOrDefault(content) + 1;
        return StableId.Of("deal", content, occurrence.ToString(CultureInfo.InvariantCulture));
    }

    private DealStatus StatusOf(DealFields row)
    {
        var text = row[DealFields.Status];
        var option = catalog.Tables[Opportunity.Table].Columns[Opportunity.StateCode].Options
            .FirstOrDefault(candidate => candidate.Labels.Any(text, StringComparison.OrdinalIgnoreCase));
        return option is null
            ? throw new RejectedException(DealFields.Status, Words.In($"'{text}' is none of Open, Won, Lost", $"「{text}」は Open, Won, Lost（オープン・受注・失注）のどれでもありません"))
            : (DealStatus)option.Value;
    }

    private int? ReasonOf(DealFields row, DealStatus status)
    {
        var text = row[DealFields.StatusReason];
        if (text.Length == 0)
        {
            return null;
        }

        var options = catalog.Tables[Opportunity.Table].Columns[Opportunity.StatusCode].Options;
        var known = options.Where(option => option.State == (int)status).ToList();
        return known.Find(option => option.Labels.Any(text, StringComparison.OrdinalIgnoreCase))?.Value ?? throw new RejectedException(
            DealFields.StatusReason,
            Words.In(
                $"'{text}' is no status reason of {status} in this org; it has {string.Join(", ", known.Select(option => option.Labels.In(Labels.English)))}",
                $"「{text}」は {status} のステータスの理由にありません。使えるのは {string.Join("、", known.Select(option => option.Labels.In(Labels.Japanese)))} です"));
    }

    private DateTime ClosedAt(DealFields row)
    {
        var text = row[DealFields.ActualCloseDate];
        if (text.Length == 0)
        {
            throw new RejectedException(DealFields.ActualCloseDate, Words.In("is empty, but the deal is closed", "クローズ済みなのに空です"));
        }

        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, DateFormats, culture, DateTimeStyles.None, out var local))
        {
            return InRange(text, TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone));
        }

        return DateTimeOffset.TryParseExact(text, MomentFormats, culture, DateTimeStyles.None, out var moment)
            ? InRange(text, moment.UtcDateTime)
            : throw new RejectedException(DealFields.ActualCloseDate, Words.In($"'{text}' is no ISO 8601 date; expected something like 2026-04-01", $"「{text}」は ISO 8601 の日付ではありません。2026-04-01 のように書いてください"));
    }

    private static DateTime InRange(string text, DateTime moment) =>
        moment >= Earliest ? moment : throw new RejectedException(DealFields.ActualCloseDate, Words.In($"'{text}' is before 1753, the earliest date Dataverse keeps", $"「{text}」は Dataverse が扱える最も古い 1753 年より前です"));

    private string Text(DealFields row, string name, string table, string column, bool isRequired = false)
    {
        var text = row[name];
        var most = catalog.Tables[table].Columns[column].MaxLength;
        return isRequired && text.Length == 0 ? throw new RejectedException(name, Words.In("is empty", "空です"))
            : text.Length > most ? throw new RejectedException(name, Words.In($"has {text.Length} characters; at most {most} fit", $"{text.Length} 文字あります。最大 {most} 文字です"))
            : text;
    }

    // Labels of choices: the interview keeps a copy of 200 characters.
    private string Short(DealFields row, string name) => Text(row, name, Interview.Table, Interview.IndustryLabel);

    private decimal? Money(DealFields row, string name)
    {
        var text = row[name];
        if (text.Length == 0)
        {
            return null;
        }

        var column = catalog.Tables[Opportunity.Table].Columns[Opportunity.ActualValue];
        return !Amount().IsMatch(text) || !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? throw new RejectedException(name, Words.In($"'{text}' is no amount; expected digits with a point for decimals, such as 1250000.50", $"「{text}」は金額ではありません。1250000.50 のように書いてください"))
            : amount < column.Minimum || amount > column.Maximum
            ? throw new RejectedException(name, Words.In($"'{text}' is outside what Dataverse keeps", $"「{text}」は Dataverse が扱える範囲を超えています"))
            : Math.Round(amount, column.Precision, MidpointRounding.AwayFromZero);
    }

    // Plain digits, or thousands in threes: "1,5" could be one and a half somewhere, so it is refused.
    [GeneratedRegex(@"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$")]
    private static partial Regex Amount();

#pragma warning disable CA1032, CA1064 // Never leaves this class.
    private sealed class RejectedException(string column, string reason) : Exception(reason)
#pragma warning restore CA1032, CA1064
    {
        public string Column { get; } = column;
    }
}
