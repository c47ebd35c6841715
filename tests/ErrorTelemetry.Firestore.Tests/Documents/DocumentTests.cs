using ErrorTelemetry.Protocol;
using Google.Protobuf.Collections;

namespace ErrorTelemetry.Documents;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("count", "count")]
    [InlineData("1.4.2", "`1.4.2`")]
    [InlineData("a`b\\c", @"`a\`b\\c`")]
    [InlineData("9lives", "`9lives`")]
    public void Path_AnySegment_IsQuotedWhereItMust(string segment, string path) => Assert.Equal("releases." + path, FieldNames.Path("releases", segment));

    [Theory]
    [InlineData("1.4.2", true)]
    [InlineData("", false)]
    [InlineData("__name__", false)]
    [InlineData("~x", false)]
    public void ForKey_TextThatCannotBeAName_IsADigest(string key, bool isName)
    {
        Assert.Equal(isName, FieldNames.ForKey(key) == key);
        Assert.InRange(FieldNames.ForKey(key).Length, 1, 512);
    }

    [Fact]
    public void ForKey_LongTexts_StayApart() => Assert.NotEqual(FieldNames.ForKey(new string('x', 600) + "1"), FieldNames.ForKey(new string('x', 600) + "2"));

    [Fact]
    public void ToMap_Event_IsReadableByAnyClient()
    {
        var e = Some.Event();

        var fields = EventDocument.ToMap(e).Fields;

        Assert.Equal(e.Message, fields["message"].StringValue);
        Assert.Equal(e.Timestamp, fields["timestamp"].TimestampValue.ToDateTimeOffset());
        Assert.Equal(42, fields["culpritFrame"].MapValue.Fields["line"].IntegerValue);
        Assert.Equal("t1", fields["tags"].MapValue.Fields["tenant"].StringValue);
        Assert.Equal(1, fields["redactions"].MapValue.Fields["email"].IntegerValue);
        Assert.Equal("navigation", fields["breadcrumbs"].ArrayValue.Values[0].MapValue.Fields["category"].StringValue);
    }

    [Fact]
    public void Read_DocumentThatSomebodyEdited_IsReadAsFarAsItGoes()
    {
        var fields = EventDocument.ToMap(Some.Event()).Fields;
        fields["message"] = FieldWriter.OfNumber(5);
        fields["handled"] = FieldWriter.OfText("yes");
        fields["tags"] = FieldWriter.OfText("none");
        fields["causes"] = FieldWriter.OfText("none");
        fields["culpritFrame"].MapValue.Fields["line"] = new Value { DoubleValue = 7 };
        fields["unknown"] = FieldWriter.OfText("x");

        var read = EventDocument.Read("id", new FieldReader(fields))!;

        Assert.Equal((string.Empty, false, 0, 0, 7), (read.Message, read.Handled, read.Tags.Count, read.Causes.Count, read.CulpritFrame!.Line));
    }

    [Fact]
    public void Read_DocumentOfSomethingElse_IsNothing()
    {
        var fields = new MapField<string, Value> { ["title"] = FieldWriter.OfText("x") };

        Assert.Null(EventDocument.Read("id", new FieldReader(fields)));
        Assert.Null(GroupDocument.Read("id", new FieldReader(fields)));
    }

    [Fact]
    public void ReadReleases_MoreThanAreListed_AreTheFirstAndTheNewest()
    {
        var releases = new MapValue();
        for (var i = 1; i <= 30; i++)
            releases.Fields[$"1.{i}"] = GroupDocument.ToValue(new KnownRelease($"1.{i}", i, Some.Now, 1));
        var fields = new MapField<string, Value> { [GroupDocument.Releases] = new Value { MapValue = releases } };

        var read = GroupDocument.ReadReleases(new FieldReader(fields));

        Assert.Equal(["1.1", .. Enumerable.Range(12, 19).Select(i => $"1.{i}")], read.Select(release => release.Name));
    }
}
