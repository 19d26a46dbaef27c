namespace CrmExtensions.Insights;

/// <summary>Words that stand before 様, さん or 部長 and are no names: roles, departments, kinds of people.</summary>
internal static class RoleWords
{
    /// <summary>Words of at least two characters that can be taken off either end of a name: 営業部田中部長.</summary>
    public static readonly WordSet Parts = WordSet.Of(
        """
        部長 次長 課長 係長 主任 室長 局長 班長 社長 会長 専務 常務 取締役 執行役員 監査役 理事長 理事 所長 店長 支店長 支社長 工場長 院長 校長 学長 園長 船長 組長 団長 議長 市長 町長 村長 知事 本部長 副社長 副部長
        部門長 事業部長 センター長 グループ長 チーム長 リーダー リーダ マネージャー マネジャー マネージャ マネジャ ディレクター 顧問 参事 主査 主幹 相談役 代表 弁護士 税理士 会計士 医師 博士 教授 准教授 教諭 議員 大臣 長官
        監督 隊長 先生 役員 社員 職員 店員 会員 委員 委員長 係員 駅員 船員 隊員 部員 行員 議員 担当 担当者 責任者 管理者 利用者 使用者 関係者 参加者 出席者 経営者 開発者 技術者 代表者 経験者 決裁者 承認者 導入者 発注者 受注者
        消費者 生産者 研究者 労働者 入居者 保護者 当事者 第三者 業者 患者 医者 学者 作業者 視聴者 読者 信者 筆者 著者 記者 後任者 前任者 後任 前任 新任 現任 上司 部下 同僚 先輩 後輩 新人 若手 中堅 古参 現場 店舗 本社 支社 支店
        本店 本部 支部 工場 営業所 事業所 出張所 研究所 製作所 事務所 事務局 倉庫 窓口 受付 情報 システム 営業 経理 財務 総務 人事 労務 法務 知財 購買 調達 資材 製造 生産 技術 開発 研究 企画 経営 戦略 事業 推進 管理 品質 保証 物流
        販売 宣伝 広報 広告 商品 製品 設計 工事 施工 建築 土木 設備 保守 運用 業務 事務 監査 内部 統括 国内 海外 国際 営業本部 部門 部署 部内 社内 社外 他部署 他社 弊社 当社 自社 貴社 御社 同社 各社 両社 他社 競合 各店 各部
        取引先 得意先 仕入先 顧客 得意 先方 相手 相手方 施主 客先 御客 主人 奥方 旦那 家族 遺族 本人 母親 父親 両親 夫婦 親御 息子 子供 娘婿 職人 大工 看護師 看護 薬剤師 介護士 栄養士 技師 技士 整備士 運転手 調理師 美容師 保育士 教師 講師
        医療 診療 薬剤 医事 介護 福祉 教務 学生 生徒 児童 入試 図書 病院 銀行 大学 学校 高校 会社 企業 団体 組合 自治体 役所 官庁 行政 政府 警察 消防 世間 世話 苦労 馳走 疲労 一同 各位 神様 社会 市場 地域 世界 日本 業界
        情シス 女性 男性 高齢 社労士 司法書士 行政書士 診断士 建築士 税務署 仕様 要件 基幹 刷新 改革 変革 改善 標準 安全 環境 衛生 新規 既存 統合 連携 支援 教育 研修 採用 育成 給与 税務 会計 決算 予算 原価 資金 投資 契約 審査 与信 債権 回収 貿易 輸出 輸入 通関 配送 輸送 出荷 入荷 在庫 受注 発注 検査 検品
        実験 試作 試験 量産 加工 組立 塗装 鋳造 溶接 保全 整備 修理 電気 機械 電子 化学 金型 材料 素材 応用 基礎 先端 特許 渉外 秘書 庶務 厚生 健康 保健 相談 渉外 法人 個人 直販 代理店 代理 小売 卸売 通販 催事 外商 店頭 特販 量販 流通
        第一 第二 第三 第四 第五 一般 特別 専任 専門 専属 上級 上席 主席 首席 筆頭 副本部 実務 現業 最高 責任 全体 全社 全員 関連 直属 直轄 社長室 経営層 幹部 上層部 意思決定 決裁 承認 議事 司会 進行 発表 同席 出席 参加 午前 午後 本日 当日
        昨日 先日 今回 前回 次回 今期 前期 来期 後日 翌日 会議 面談 商談 打合 訪問 提案 質問 回答 説明 発言 意見 要望 評価 判断 理由 結果 場面 状況 計画 移行 導入 比較 検討 価格 費用 機能 性能 操作 画面 資料 連絡 電話 依頼 紹介
        工程 進捗 在宅 夜間 警備 清掃 設置 据付 調整 改良 分析 統計 解析 数理 計算 処理 制御 計測 測定 観測 電算 通信 放送 編集 制作 撮影 印刷 出版 校閲 翻訳 通訳 旅行 宿泊 飲食 調理 厨房 配膳 接客 売場 食品 衣料 雑貨 家電 住宅 不動産
        マーケティング セールス カスタマー サクセス サービス サポート プロダクト プロジェクト デジタル インフラ セキュリティ ネットワーク クラウド データ グローバル エンジニア エンジニアリング コンサルタント コンサルティング オペレーター オペレータ
        エンドユーザー エンドユーザ ユーザー ユーザ メーカー パートナー ベンダー ベンダ ドライバー スタッフ メンバー オーナー バイヤー エリア ライン チーム グループ センター ユニット ブロック ブランド デザイン デザイナー プランナー プランニング アナリスト プログラマー
        ceo cto cio cfo coo gm pm
        プロセス プラント オフィス ストア ショップ フロア コールセンター ヘルプデスク ソリューション イノベーション テクニカル ソフトウェア ハードウェア ロジスティクス サプライチェーン サブ シニア ジュニア チーフ アシスタント キー トップ ゲスト
        パート アルバイト ホテル メディア テナント クライアント お客 カスタマーサクセス ボランティア モニター ファン リピーター システムエンジニア アドバイザー インストラクター トレーナー ナース ドクター ケアマネ ケアマネジャー ヘルパー
        """);

    /// <summary>Places that are no family names, for 東京支店長.</summary>
    public static readonly WordSet Places = WordSet.Of(
        """
        東京 大阪 京都 名古屋 横浜 札幌 仙台 神戸 神奈川 埼玉 愛知 兵庫 北海道 沖縄 関東 関西 九州 四国 中国 東北 北陸 中部 近畿 東日本 西日本 中日本 北日本 首都圏 全国 海外 米国 欧州 アジア 北米 中央 東部 西部 南部 北部
        岐阜 静岡 群馬 栃木 茨城 山梨 新潟 鳥取 島根 広島 愛媛 熊本 鹿児島 和歌山 滋賀 京浜 阪神 東名 名阪 新宿 渋谷 品川 池袋 梅田 難波 博多 銀座 丸の内 北関東 南関東 東東京 西東京 城東 城南
        """);

    // Too short to be taken off a name (新井, 前田): only where nothing else stands there.
    private static readonly WordSet Alone = WordSet.Of(
        """
        様 前 元 現 新 旧 副 本 同 各 両 当 故 兼 全 総 正 准 客 皆 奥 娘 嫁 婿 父 母 兄 姉 弟 妹 祖父 祖母 叔父 叔母 子 孫 隣 陰 毒 医 神 仏 王 姫 殿 嬢 坊 赤 先 上 若 者 人 名 社 組 店 員 師 士 屋 家 方 長 部 課 係 室 局 班 班 側 的
        一 二 三 四 五 六 七 八 九 十 百 千 何 数 誰 某 他 次 主 俺 女医 獣医 主治医 産業医 校医 一人 二人 三人 床屋 花屋 本屋 肉屋 魚屋 酒屋 八百屋 薬屋 電気屋 不動産屋 業者 気付 片付 傷付 位置付 結付 板前 女将 大家 管理人 代理人 保証人 仲人
        """);

    private static readonly WordSet Institutions = WordSet.Of("銀行 病院 医院 大学 学校 高校 学園 会社 団体 組合 信金");

    private static readonly WordSet Units = WordSet.Of("部 課 係 室 局 班 側 店 社 所 科 課内 部内");

    /// <summary>Whether a run is the name of an institution, though all its words are ordinary: 東都銀行, 中央病院; 銀行 alone is anybody's.</summary>
    public static bool IsInstitution(string run) => Institutions.LengthBefore(run, run.Length) is > 0 and var length && length < run.Length;

    /// <summary>The length of the word that a run ends with here and that can be taken off it.</summary>
    public static int LengthBefore(string run, int end) => Parts.LengthBefore(run, end);

    /// <summary>The length of the word that begins here and can be taken off, 営業 and 営業部.</summary>
    public static int LengthAt(string run, int at)
    {
        var length = Parts.LengthAt(run, at);
        return length == 0 ? 0 : length + Units.LengthAt(run, at + length);
    }

    /// <summary>Whether a run up to <paramref name="end"/> is made of such words altogether: 東京支店, 新営業部.</summary>
    public static bool AreAll(string run, int end)
    {
        var reached = new bool[end + 1];
        reached[0] = true;
        for (var at = 0; at < end; at++)
        {
            for (var to = at + 1; reached[at] && to <= end; to++)
            {
                reached[to] |= IsWord(run.Substring(at, to - at));
            }
        }

        return reached[end];
    }

    private static bool IsWord(string word) => Parts.Contains(word) || Places.Contains(word) || Alone.Contains(word) || Units.Contains(word);
}
