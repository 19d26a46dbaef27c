using System.Text;
using CrmExtensions.Local.Replay;

namespace CrmExtensions.Local.Scoring;

/// <summary>The lines of a file of reports, read one at a time, so that it may be of any size.</summary>
internal sealed class ReportFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    // Skips a byte order mark, and takes nothing for text that is none.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly string path;
    private readonly Stream stream;

    private ReportFile(string path, Stream stream)
    {
        this.path = path;
        this.stream = stream;
    }

    /// <exception cref="ReportFileException">The file is missing, in another encoding, or holds nothing.</exception>
    public static ReportFile Open(string path)
    {
        var file = new ReportFile(path, Stream(path));
        try
        {
            file.DemandText();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Every line that is not blank, with its number.</summary>
    public IEnumerable<(long Number, string Text)> Lines()
    {
        using var reader = Reader();
        for (var number = 1L; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private static FileStream Stream(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ReportFileException(Words.In($"{path} cannot be read: {failure.Message}", $"{path} を読めません: {failure.Message}"), failure);
        }
    }

    private StreamReader Reader() => new(stream, Utf8, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);

    // Read once before the work, so that nothing is written about half a file.
    private void DemandText()
    {
        if (!HasText())
        {
            throw new ReportFileException(Words.In(
                $"{path} is empty. It needs one JSON object a line, such as {{\"text\":\"Lost on price\"}}.",
                $"{path} は空です。1 行に 1 つの JSON オブジェクトが必要です（例: {{\"text\":\"価格面で失注\"}}）。"));
        }

        stream.Seek(0, SeekOrigin.Begin);
    }

    private bool HasText()
    {
        try
        {
            using var reader = Reader();
            var hasText = false;
            var buffer = new char[BufferSize];
            for (var length = reader.Read(buffer); length > 0; length = reader.Read(buffer))
            {
                var piece = buffer.AsSpan(0, length);
                hasText |= !piece.IsWhiteSpace();
                if (piece.Contains('\0'))
                {
                    throw OtherEncoding(null);
                }
            }

            return hasText;
        }
        catch (DecoderFallbackException failure)
        {
            throw OtherEncoding(failure);
        }
    }

    private ReportFileException OtherEncoding(Exception? failure) =>
        new(Words.In($"{path} is not UTF-8. Save it as UTF-8 and try again.", $"{path} は UTF-8 ではありません。UTF-8 で保存し直してください。"), failure!);
}
