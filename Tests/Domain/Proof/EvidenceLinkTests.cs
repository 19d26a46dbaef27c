using CrmExtensions.Proof;
using CrmExtensions.Texts;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class EvidenceLinkTests
{
    private static readonly string[] Hosts = ["contoso.sharepoint.com", " *.Example.CO.JP ", "日本語.jp", "intranet", "10.0.0.1", ""];

    [TestMethod]
    [DataRow("https://contoso.sharepoint.com/sites/a?b=c#t=1")]
    [DataRow("https://CONTOSO.SharePoint.com", DisplayName = "in capitals")]
    [DataRow("HTTPS://contoso.sharepoint.com/")]
    [DataRow("  https://contoso.sharepoint.com/ ", DisplayName = "with spaces around")]
    [DataRow("https://contoso.sharepoint.com:443/", DisplayName = "with the default port")]
    [DataRow("https://contoso.sharepoint.com./", DisplayName = "with the root's dot")]
    [DataRow("https://team.contoso.sharepoint.com/", DisplayName = "below an allowed host")]
    [DataRow("https://example.co.jp/")]
    [DataRow("https://a.b.example.co.jp/議事録")]
    [DataRow("https://日本語.jp/")]
    [DataRow("https://xn--wgv71a119e.jp/", DisplayName = "as punycode")]
    [DataRow("https://ｅｘａｍｐｌｅ.co.jp/", DisplayName = "in full-width letters")]
    [DataRow("https://intranet/a@b")]
    [DataRow("https://intranet?to=a@b")]
    [DataRow("https://intranet#a@b")]
    [DataRow("https://10.0.0.1/")]
    public void A_link_to_an_allowed_host_is_accepted(string url) => Assert.IsNull(EvidenceLink.Judge(url, Hosts));

    [TestMethod]
    [DataRow("", Text.LinkNotHttps)]
    [DataRow("contoso.sharepoint.com", Text.LinkNotHttps)]
    [DataRow("http://contoso.sharepoint.com/", Text.LinkNotHttps)]
    [DataRow("ftp://contoso.sharepoint.com/", Text.LinkNotHttps)]
    [DataRow("javascript:alert(1)", Text.LinkNotHttps)]
    [DataRow("//contoso.sharepoint.com/", Text.LinkNotHttps)]
    [DataRow("https:contoso.sharepoint.com", Text.LinkNotHttps)]
    [DataRow("https:///contoso.sharepoint.com", Text.LinkNotHttps)]
    [DataRow("https://", Text.LinkNotHttps)]
    [DataRow("https://contoso.sharepoint.com\\@evil.com/", Text.LinkNotHttps)]
    [DataRow("https://contoso.sharepoint.com/a b", Text.LinkNotHttps)]
    [DataRow("https://contoso.sharepoint.com/a\\b", Text.LinkNotHttps)]
    [DataRow("https://contoso.sharepoint.com/\u0000", Text.LinkNotHttps)]
    [DataRow("https://contoso.sharepoint.com/\nSet-Cookie", Text.LinkNotHttps)]
    [DataRow("https://user@contoso.sharepoint.com/", Text.LinkWithCredentials)]
    [DataRow("https://user:secret@contoso.sharepoint.com/", Text.LinkWithCredentials)]
    [DataRow("https://@contoso.sharepoint.com/", Text.LinkWithCredentials)]
    [DataRow("https://contoso.sharepoint.com@evil.com/", Text.LinkWithCredentials)]
    [DataRow("https://evil.com/", Text.LinkHostNotAllowed)]
    [DataRow("https://evil.com/contoso.sharepoint.com", Text.LinkHostNotAllowed)]
    [DataRow("https://evil.com?https://contoso.sharepoint.com", Text.LinkHostNotAllowed)]
    [DataRow("https://contoso.sharepoint.com.evil.com/", Text.LinkHostNotAllowed)]
    [DataRow("https://evilcontoso.sharepoint.com/", Text.LinkHostNotAllowed, DisplayName = "a name that only ends alike")]
    [DataRow("https://sharepoint.com/", Text.LinkHostNotAllowed, DisplayName = "above an allowed host")]
    [DataRow("https://contoso.sharepoint.com:8443/", Text.LinkHostNotAllowed, DisplayName = "another port")]
    [DataRow("https://a.intranet/", Text.LinkHostNotAllowed, DisplayName = "below a name without a dot")]
    [DataRow("https://evil.com／.example.co.jp/", Text.LinkHostNotAllowed, DisplayName = "a full-width slash")]
    [DataRow("https://cоntoso.sharepoint.com/", Text.LinkHostNotAllowed, DisplayName = "a Cyrillic o")]
    [DataRow("https://[::1]/", Text.LinkHostNotAllowed)]
    [DataRow("https://10.0.0.2/", Text.LinkHostNotAllowed)]
    public void Any_other_link_is_refused(string url, Text refused) => Assert.AreEqual(refused, EvidenceLink.Judge(url, Hosts)?.Text);

    [TestMethod]
    [DataRow(500, null)]
    [DataRow(501, Text.LinkTooLong)]
    public void A_link_has_at_most_500_characters(int length, Text? refused) =>
        Assert.AreEqual(refused, EvidenceLink.Judge("https://intranet/".PadRight(length, 'a'), Hosts)?.Text);

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    public void As_long_as_no_host_is_allowed_no_link_is(string host) =>
        Assert.AreEqual(Text.LinkNowhereAllowed, EvidenceLink.Judge("https://contoso.sharepoint.com/", [host])?.Text);

    [TestMethod]
    public void A_refusal_names_the_host_and_those_allowed() => Assert.AreEqual(
        "Put the evidence on an allowed host and link to it there: evil.com is not one of a.com, b.com.",
        EvidenceLink.Judge("https://evil.com/x", ["a.com", "b.com"])!.In(Language.English));

    [TestMethod]
    public void Any_text_is_judged_and_none_that_leads_elsewhere_is_accepted() => Gen.Select(Gen.OneOf("https://", "https://a.com", "", "https://a.com/"), Gen.String, Gen.OneOf("", ".a.com", "@a.com/"))
        .Sample((start, middle, end) => EvidenceLink.Judge(start + middle + end, ["a.com"]) is not null
            || new Uri((start + middle + end).Trim()).IdnHost is var host && (host.TrimEnd('.') == "a.com" || host.TrimEnd('.').EndsWith(".a.com", StringComparison.Ordinal)));

    [TestMethod]
    public void Any_setting_is_survived() => Gen.Select(Gen.String, Gen.String).Sample((host, other) => EvidenceLink.Judge("https://a.com/", [host, other, "a.com"]) is null);
}
