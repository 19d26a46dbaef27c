namespace CrmExtensions.Insights;

/// <summary>Words that are names of people or companies too, or so general that part of a name made of them is none.</summary>
internal static class OrdinaryWords
{
    private static readonly WordSet Words = WordSet.Of(
        """
        an as at be by do go he i if in is it me my no of on or so to up us we am
        art bill bob case chance chase chip cook dale dawn day dean drew earl faith fay field fields fox frank gap gene gift glen good grace grant
        guy hall hand harmony heath hill holly home homes hope hunt hunter jack jay joy june king knight lake lane law lee long love luck major mark marks mason
        max may mercy miller mills miles moon moore more noble olive pack page park parks pat patience paul peace pearl penny pike pitt
        pope post potter power price prince prudence ray reed rice rich rich rick rob robin rock root rose ross ruby rush sage sandy serena sharp shepherd
        short sky smart snow spring star stone stones storm strong sue summer swift tax teller trip troy turner van victor violet wade walker wall ward waters
        webb wells west white will wills winter wise wolf wood woods worth young april august autumn angel bean bell berry best bishop black blue bond booth bright
        brook brooks brown bush butler byrd carpenter carter chase church clay cliff close cole cross dollar eastern
        access active advanced agile air all alliance allied alpha america american apex apple arc asia asian associated atlas auto axis balance bank beta better big blue box
        bridge business capital care cargo central centre center central city clear cloud coast code compass connect consulting core country creative crown
        data delta design digital direct dynamic dynamics eagle earth east easy edge electric electronic element elite energy engineering enterprise european europe
        excel expert express fast federal financial fine first fit five flow focus food foods force forward foundation free fresh future gate general genesis
        giant global gold golden grand great green grey gray ground group growth guardian health high horizon house human ideal impact independent industrial
        industries industry infinite inner innovation innovative insight integrated intelligent inter international japan japanese key land leading legacy
        level liberty life light link liquid living local logic london machine made magic main marine market master match matrix media medical mega metro micro mobile
        modern momentum motion mountain mutual national native natural nature net network new next north northern nova ocean office old omega one open
        optimal oracle orange orbit order origin pacific paper partner partners path peak people perfect phoenix pilot pioneer planet platform plus point
        precision premier premium prime pro process product professional progress project public pulse pure quality quantum quest quick rapid ready real red
        regional reliable research resource retail right rising river road royal safe safety sales science sea secure security select service services
        seven shell shield signal silver simple slack social soft software solar solid solution solutions sonic sound source south southern space spark special
        spectrum speed sphere square stable standard start state states station steel stellar step strategic stream stripe studio summit sun super support sure
        system systems target team tech technical technology technologies test third time tokyo top total touch tower town trade training trans transport travel
        tree true trust twin two ultra union unique united unity universal up urban valley value vanguard vector venture vertex view virtual visa vision vista
        vital wave way web wide wind window wonder word work works world zero zone zoom
        未来 希望 平和 共同 中央 日本 世界 太陽 大陸 大洋 東洋 西洋 富士 新生 誠実 共栄 協力 協同 協和 創造 進歩 信頼 明日 朝日 太平洋 国際 全国 総合 第一 第二 大和 大正 昭和 平成
        東亜 新日本 北日本 南日本 東日本 西日本 中日本 一番 中部 首都 都市 地球 宇宙 青空 大地 自然 技術 開発 産業 工業 商業 企業 経営 情報 先端 先進 最高 最新 中小 大手 地方 地域
        ライフ ビジネス システム サービス データ クラウド グローバル デジタル ネット ホーム ワールド スマート ケア ライト サン エース トップ ゼロ
        """);

    private static readonly WordSet Trades = WordSet.Of(
        """
        製作所 工業 商事 商会 商店 銀行 信用金庫 電機 電気 電子 電力 電鉄 鉄道 自動車 建設 建築 工務店 食品 食堂 化学 化成 製薬 薬品 物産 産業 興業 運輸 運送 物流 倉庫 不動産 証券 保険
        生命 火災 損保 病院 医院 大学 学園 学院 精機 精工 機械 機工 金属 鉄鋼 製鋼 製鉄 製紙 製粉 製菓 製造 印刷 出版 書店 新聞 放送 通信 百貨店 酒造 水産 農園 組 建材 設備 技研 研究所
        システムズ システム ソリューションズ ソリューション サービス テクノロジーズ テクノロジー エンジニアリング コンサルティング フーズ ケミカル メディカル ファーマ エレクトロニクス
        """);

    public static bool Contain(string key) => Words.Contains(key);

    /// <summary>How many characters at the end of a company's name say only what it does.</summary>
    public static int TradeLength(string key) => Trades.LengthBefore(key, key.Length);
}
