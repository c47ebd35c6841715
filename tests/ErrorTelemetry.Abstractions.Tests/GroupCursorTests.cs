using System.Buffers.Text;
using System.Text;

namespace ErrorTelemetry;

public sealed class GroupCursorTests
{
    private static readonly GroupQuery Query = new() { Status = TriageStatus.Open, MinCount = 3, Order = GroupOrder.Count };

    private static readonly ErrorGroup Group = Some.Group(Some.Fingerprint("a")) with { Count = 42 };

    [Fact]
    public void After_NoToken_IsTheBeginning() => Assert.Null(GroupCursor.After(Query));

    [Fact]
    public void After_ATokenOfTheSameQuery_IsThatGroup() =>
        Assert.Equal(new GroupCursor(42, Group.Fingerprint), GroupCursor.After(Query with { ContinuationToken = GroupCursor.Token(Query, Group) }));

    [Fact]
    public void After_AnotherPageSize_IsStillThatGroup() =>
        Assert.NotNull(GroupCursor.After(Query with { Limit = 7, ContinuationToken = GroupCursor.Token(Query, Group) }));

    [Fact]
    public void After_ByLastSeen_HasTheTimeInMilliseconds()
    {
        var query = new GroupQuery();

        Assert.Equal(Group.LastSeen.ToUnixTimeMilliseconds(), GroupCursor.After(query with { ContinuationToken = GroupCursor.Token(query, Group) })?.Key);
    }

    public static TheoryData<string> BadTokens => new(
        "", "?", "abc", "AA", new string('A', 100_000), Encode("1:1:0::3:"), Encode("1:1:0::3:x:y"), Encode("1:1:0::3:99999999999999999999:y"), Encode("2:1:0::3:1:y"));

    [Theory]
    [MemberData(nameof(BadTokens))]
    public void After_BadToken_Throws(string token) =>
        Assert.Throws<ArgumentException>(() => GroupCursor.After(Query with { ContinuationToken = token }));

    public static TheoryData<GroupQuery> OtherQueries => new(
        Query with { Status = null }, Query with { Status = TriageStatus.Filing }, Query with { MinCount = 4 },
        Query with { Order = GroupOrder.LastSeen }, Query with { LastSeenSince = Some.Now });

    [Theory]
    [MemberData(nameof(OtherQueries))]
    public void After_TokenOfAnotherQuery_Throws(GroupQuery other) =>
        Assert.Throws<ArgumentException>(() => GroupCursor.After(other with { ContinuationToken = GroupCursor.Token(Query, Group) }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ErrorLimits.QueryPageCount + 1)]
    public void After_LimitOutOfBounds_Throws(int limit) =>
        Assert.Throws<ArgumentException>(() => GroupCursor.After(Query with { Limit = limit }));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
