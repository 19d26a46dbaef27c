using System.Text;
using CsvHelper;

namespace CrmExtensions.Local.Replay;

/// <summary>Reads a CSV of deals, as exported from the Closed Opportunities view: UTF-8, RFC 4180, columns in any order.</summary>
internal sealed class DealFile
{
    private static readonly string[] Required = ["Topic", "Owner", "Status"];

    private DealFile(IReadOnlyList<DealRow> deals, IReadOnlyList<Rejection> rejections)
    {
        Deals = deals;
        Rejections = rejections;
    }

    public IReadOnlyList<DealRow> Deals { get; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<Rejection> Rejections { get; }

    /// <exception cref="DealFileException">The file is missing, in another encoding, without rows, or broken as a whole.</exception>
    public static DealFile Read(string path, DealParser parser)
    {
        var deals = new List<DealRow>();
        var rejections = new List<Rejection>();
        using var reader = CsvReader.Create(Bytes(path), Options(path, rejections));
        reader.ReadHeader();
        var columns = Columns(path, reader.Headers);
        while (reader.Read())
        {
            var row = new DealFields((int)reader.LineNumber, columns, reader.Current.ToArray());
            if (parser.Parse(row, rejections) is { } deal)
            {
                deals.Add(deal);
            }
        }

        return deals.Count + rejections.Count == 0
            ? throw new DealFileException(Words.In(
                $"{path} has a header but no rows. Export the deals again, with their rows.",
                $"{path} には見出しだけで行がありません。行を含めて書き出し直してください。"))
            : new DealFile(deals, [.. rejections.OrderBy(rejection => rejection.Line)]);
    }

    private static byte[] Bytes(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DealFileException(Words.In($"{path} cannot be read: {failure.Message}", $"{path} を読めません: {failure.Message}"), failure);
        }

        if (bytes.Length == 0)
        {
            throw new DealFileException(Words.In(
                $"{path} is empty. It needs a header with Topic, Owner and Status, and rows.",
                $"{path} は空です。Topic, Owner, Status の見出しと行が必要です。"));
        }

        return IsUtf8(bytes) ? bytes : throw new DealFileException(Words.In(
            $"{path} is not UTF-8. Save it as \"CSV UTF-8\" and try again.",
            $"{path} は UTF-8 ではありません。「CSV UTF-8」で保存し直してください。"));
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Contains('\0', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static CsvReaderOptions Options(string path, List<Rejection> rejections) => new()
    {
        Separator = ',',
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record => rejections.Add(record.Reason == CsvMalformedReason.UnterminatedQuote
            ? throw new DealFileException(Words.In(
                $"{path}, line {record.LineNumber}: a quotation mark opens here and is never closed, so the rest cannot be read. Close it and try again.",
                $"{path} の {record.LineNumber} 行目: 引用符が閉じられていないため、以降を読めません。閉じてからやり直してください。"))
            : new Rejection(record.LineNumber, "", Explanation(record.Reason))),
    };

    private static string Explanation(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => Words.In("the row has another number of fields than the header", "列の数が見出しと違います"),
        CsvMalformedReason.StrayQuote => Words.In("a quotation mark stands inside an unquoted field; quote the field and double the mark", "引用符で囲まれていない項目に引用符があります。項目を囲み、引用符は二つ重ねてください"),
        CsvMalformedReason.TextAfterClosingQuote => Words.In("text follows a closing quotation mark; double marks inside a quoted field", "閉じた引用符の後に文字があります。囲んだ項目の中の引用符は二つ重ねてください"),
        _ => Words.In($"the row is not valid CSV ({reason})", $"CSV として正しくない行です ({reason})"),
    };

    private static Dictionary<string, int> Columns(string path, IReadOnlyList<string> headers)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers[i].Trim();
            if (DealFields.Names.Contains(name, StringComparer.OrdinalIgnoreCase) && !columns.TryAdd(name, i))
            {
                throw new DealFileException(Words.In(
                    $"{path} has two columns named '{name}'. Remove one of them.",
                    $"{path} に「{name}」という列が二つあります。一つにしてください。"));
            }
        }

        var missing = Required.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? columns
            : throw new DealFileException(Words.In(
                $"{path} has no column {string.Join(", ", missing)}. The first line must be a header with Topic, Owner, Status and, for closed deals, Actual Close Date.",
                $"{path} に {string.Join(", ", missing)} の列がありません。1行目は Topic, Owner, Status（クローズ済みには Actual Close Date も）を含む見出しにしてください。"));
    }
}
