namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task QueryGroupsAsync_EmptyStore_IsOneEmptyPage()
    {
        var page = await (await CreateStoreAsync()).QueryGroupsAsync(new GroupQuery(), Ct);

        Assert.Empty(page.Groups);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task QueryGroupsAsync_WholeGroups_AreReturned()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        var triage = await store.TryChangeTriageAsync(first.Fingerprint, 0, new TriageState { Status = TriageStatus.Triaged, Issue = Some.Issue() }, Ct);

        var group = Assert.Single((await store.QueryGroupsAsync(new GroupQuery(), Ct)).Groups);

        AssertSame(first.ToGroup() with { Triage = triage! }, group);
    }

    [Theory]
    [InlineData(GroupOrder.LastSeen)]
    [InlineData(GroupOrder.Count)]
    public async Task QueryGroupsAsync_TheEndOfTheList_HasNoToken(GroupOrder order)
    {
        var store = await CreateStoreAsync();
        await FillAsync(store, 4);

        var first = await store.QueryGroupsAsync(new GroupQuery { Order = order, Limit = 2 }, Ct);
        var second = await store.QueryGroupsAsync(new GroupQuery { Order = order, Limit = 2, ContinuationToken = first.ContinuationToken }, Ct);

        Assert.NotNull(first.ContinuationToken);
        Assert.Equal(2, second.Groups.Count);
        Assert.Null(second.ContinuationToken);
    }

    public static MatrixTheoryData<GroupOrder, int> OrdersAndPageSizes => new([GroupOrder.LastSeen, GroupOrder.Count], [1, 4, 22, 23, 24, 500]);

    [Theory]
    [MemberData(nameof(OrdersAndPageSizes))]
    public async Task QueryGroupsAsync_AnyPageSize_ReturnsEveryGroupOnceInOrder(GroupOrder order, int limit)
    {
        var store = await CreateStoreAsync();
        var groups = await FillAsync(store, 23);

        var found = await DrainAsync(store, new GroupQuery { Order = order, Limit = limit });

        Assert.Equal(Ordered(groups, order).Select(g => g.Fingerprint), found.Select(g => g.Fingerprint));
    }

    [Theory]
    [MemberData(nameof(OrdersAndPageSizes))]
    public async Task QueryGroupsAsync_Filters_HoldOnEveryPage(GroupOrder order, int limit)
    {
        var store = await CreateStoreAsync();
        var groups = await FillAsync(store, 23);
        foreach (var group in groups.Where((_, i) => i % 2 == 0))
            await store.TryChangeTriageAsync(group.Fingerprint, 0, new TriageState { Status = TriageStatus.Ignored }, Ct);
        var since = Some.Now.AddMinutes(1);

        var found = await DrainAsync(store, new GroupQuery { Order = order, Limit = limit, Status = TriageStatus.Ignored, LastSeenSince = since, MinCount = 2 });

        var expected = Ordered(groups.Where((g, i) => i % 2 == 0 && g.LastSeen >= since && g.Count >= 2), order);
        Assert.Equal(expected.Select(g => g.Fingerprint), found.Select(g => g.Fingerprint));
        Assert.NotEmpty(found);
    }

    [Theory]
    [InlineData(GroupOrder.LastSeen)]
    [InlineData(GroupOrder.Count)]
    public async Task QueryGroupsAsync_ChangesBetweenPages_LoseAndRepeatNothing(GroupOrder order)
    {
        var store = await CreateStoreAsync();
        var expected = Ordered(await FillAsync(store, 9), order).Select(g => g.Fingerprint).ToList();
        var query = new GroupQuery { Order = order, Limit = 3 };
        var first = await store.QueryGroupsAsync(query, Ct);

        await store.DeleteGroupAsync(expected[0], Ct);
        await store.DeleteGroupAsync(expected[2], Ct);
        await store.RecordAsync(Some.Events(50, timestamp: Some.Now.AddDays(1)), Ct);
        var rest = await DrainAsync(store, query with { ContinuationToken = first.ContinuationToken });

        Assert.Equal(expected[3..], rest.Select(g => g.Fingerprint));
    }

    [Fact]
    public async Task QueryGroupsAsync_LastSeenSince_IncludesTheInstantItself()
    {
        var store = await CreateStoreAsync();
        var at = Some.Event(timestamp: Some.Now);
        await store.RecordAsync([Some.Event(timestamp: Some.Now.AddMilliseconds(-1)), at], Ct);

        var found = await DrainAsync(store, new GroupQuery { LastSeenSince = Some.Now });

        Assert.Equal(at.Fingerprint, Assert.Single(found).Fingerprint);
    }

    [Fact]
    public async Task QueryGroupsAsync_ByStatus_ReadsALapsedClaimAsOpen()
    {
        var store = await CreateStoreAsync();
        var open = Some.Event();
        var claimed = Some.Event();
        await store.RecordAsync([open, claimed], Ct);
        await store.TryChangeTriageAsync(claimed.Fingerprint, 0, Some.Filing(), Ct);

        Assert.Equal([open.Fingerprint], await WithStatusAsync(store, TriageStatus.Open));
        Assert.Equal([claimed.Fingerprint], await WithStatusAsync(store, TriageStatus.Filing));

        Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(new[] { open.Fingerprint, claimed.Fingerprint }.Order(StringComparer.Ordinal), await WithStatusAsync(store, TriageStatus.Open));
        Assert.Empty(await WithStatusAsync(store, TriageStatus.Filing));
    }

    [Fact]
    public async Task QueryGroupsAsync_ByStatus_FindsEachStatus()
    {
        var store = await CreateStoreAsync();
        var events = Enum.GetValues<TriageStatus>().ToDictionary(status => status, _ => Some.Event());
        await store.RecordAsync([.. events.Values], Ct);
        foreach (var (status, e) in events.Where(pair => pair.Key != TriageStatus.Open))
            await store.TryChangeTriageAsync(e.Fingerprint, 0, Some.Filing() with { Status = status }, Ct);

        foreach (var (status, e) in events)
            Assert.Equal([e.Fingerprint], await WithStatusAsync(store, status));
        Assert.Equal(events.Count, (await DrainAsync(store, new GroupQuery())).Count);
    }

    public static TheoryData<string> BadTokens => new("", " ", "x", "!!!", "AAAA", "1:0:::1:0:abc", "\0", new string('x', 70_000));

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task QueryGroupsAsync_TokenOfNobody_Throws(string token)
    {
        var store = await CreateStoreAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.QueryGroupsAsync(new GroupQuery { ContinuationToken = token }, Ct));
    }

    [Fact]
    public async Task QueryGroupsAsync_TokenOfAnotherQuery_Throws()
    {
        var store = await CreateStoreAsync();
        await FillAsync(store, 4);
        var token = (await store.QueryGroupsAsync(new GroupQuery { Limit = 1 }, Ct)).ContinuationToken;

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.QueryGroupsAsync(new GroupQuery { Limit = 1, Order = GroupOrder.Count, ContinuationToken = token }, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.QueryGroupsAsync(new GroupQuery { Limit = 1, MinCount = 2, ContinuationToken = token }, Ct));
    }

    // Few distinct counts and times, so that pages end in the middle of ties.
    private static async Task<List<ErrorGroup>> FillAsync(IErrorStore store, int groups)
    {
        var events = Enumerable.Range(0, groups)
            .Select(i => Some.Events(1 + (i % 4), timestamp: Some.Now.AddMinutes(i % 3)))
            .ToList();
        await store.RecordAsync([.. events.SelectMany(batch => batch)], Ct);
        return [.. events.Select(batch => batch.Skip(1).Aggregate(batch[0].ToGroup(), (group, e) => group.Add(e)))];
    }

    private static IEnumerable<ErrorGroup> Ordered(IEnumerable<ErrorGroup> groups, GroupOrder order) => groups
        .OrderByDescending(g => order == GroupOrder.Count ? g.Count : g.LastSeen.ToUnixTimeMilliseconds())
        .ThenBy(g => g.Fingerprint, StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> WithStatusAsync(IErrorStore store, TriageStatus status) =>
        (await DrainAsync(store, new GroupQuery { Status = status })).Select(g => g.Fingerprint).Order(StringComparer.Ordinal);
}
