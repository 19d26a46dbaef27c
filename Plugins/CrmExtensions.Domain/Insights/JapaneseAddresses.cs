namespace CrmExtensions.Insights;

/// <summary>Japanese postal addresses: a prefecture with its city and what follows, or a town with block numbers.</summary>
/// <remarks>A prefecture alone, or a city alone, is a region and stays. All looks are a few characters long.</remarks>
internal static class JapaneseAddresses
{
    private const int LongestPlace = 8;
    private const int LongestTown = 12;
    private const int LongestBuilding = 20;
    private const int MostPlaces = 3;

    // No town has these; they are the sentence around it.
    private const string Grammar = "はをでにへもる";
    private const string Particles = "のはがをにでとも";
    private const string PlaceEnds = "市区町村郡";

    private static readonly WordSet Prefectures = WordSet.Of(
        """
        北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県
        和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
        """);

    private static readonly WordSet NoPlaces = WordSet.Of("市場 市長 市民 市内 市販 市況 市役 市立 市議 区分 区別 区間 区域 区画 区切 区長 町内 町長 村人 村長 郡内 町工");
    private static readonly WordSet Buildings = WordSet.Of("ビル ビルディング タワー マンション ハイツ コーポ 号室 階 会館 棟 プラザ センター ヒルズ スクエア");

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var prefecture = Prefectures.LengthAt(text.Value, at);
            var end = prefecture > 0 ? PlacesEnd(text, at + prefecture) : at;
            if (prefecture > 0 && end > at + prefecture)
            {
                yield return new Find(at, RestEnd(text, end), Secret.Address);
            }

            if (BlockNumbers.EndAt(text, at, out var isWordy) is var block && block > at && TownStart(text, at, isWordy) is var town && town < at)
            {
                yield return new Find(town, BuildingEnd(text, block), Secret.Address);
                at = block - 1;
            }
        }
    }

    // 名古屋市中区 is two.
    private static int PlacesEnd(FoldedText text, int at)
    {
        for (var places = 0; places < MostPlaces; places++)
        {
            var end = PlaceEnd(text, at);
            if (end == at)
            {
                break;
            }

            at = end;
        }

        return at;
    }

    private static int PlaceEnd(FoldedText text, int at)
    {
        for (var end = at; end - at < LongestPlace && IsTown(text[end]) && (end > at || Particles.IndexOf(text[at]) < 0); end++)
        {
            if (end > at && IsPlaceEnd(text, end))
            {
                return end + 1;
            }
        }

        return at;
    }

    private static bool IsPlaceEnd(FoldedText text, int at) => PlaceEnds.IndexOf(text[at]) >= 0 && NoPlaces.LengthAt(text.Value, at) == 0;

    // The town with its numbers, if there are any.
    private static int RestEnd(FoldedText text, int at)
    {
        var end = at;
        while (end - at < LongestTown && IsTown(text[end]) && BlockNumbers.EndAt(text, end, out _) == end)
        {
            end++;
        }

        var block = BlockNumbers.EndAt(text, end, out _);
        return block > end ? BuildingEnd(text, block) : at;
    }

    // Numbers with 丁目 or 番地 need some place before them, 3-1-1 needs one that says 区 or 町.
    private static int TownStart(FoldedText text, int block, bool isWordy)
    {
        var start = block;
        var hasPlace = false;
        while (block - start < LongestTown && IsTown(text[start - 1]))
        {
            start--;
            hasPlace |= IsPlaceEnd(text, start);
        }

        return isWordy || hasPlace ? start : block;
    }

    private static int BuildingEnd(FoldedText text, int block)
    {
        var end = block;
        var at = text[block] == ' ' ? block + 1 : block;
        for (var seen = at; seen - at < LongestBuilding && (Script.IsAlphanumeric(text[seen]) || IsTown(text[seen])); seen++)
        {
            var building = Buildings.LengthAt(text.Value, seen);
            end = building > 0 ? FloorEnd(text, seen + building) : end;
        }

        return end;
    }

    private static int FloorEnd(FoldedText text, int at)
    {
        var end = text[at] == ' ' ? at + 1 : at;
        var start = end;
        while (end - start < LongestBuilding && Script.IsAlphanumeric(text[end]))
        {
            end++;
        }

        end += end > start && text[end] is '階' or '号' ? 1 : 0;
        return end > start ? end : at;
    }

    private static bool IsTown(char c) => Script.IsJapanese(c) && Grammar.IndexOf(c) < 0;
}
