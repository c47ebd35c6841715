namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Made-up personal data in the forms that people and programs write it; each with the part that must be gone.</summary>
internal static class PersonalCorpus
{
    public static readonly (string Id, string Text, string Secret)[] Rows =
    [
        ("email", "mail \"ann lee\"@shop.example bounced", "ann lee"),
        ("email", "host annlee@[192.0.2.44] unknown", "annlee"),
        ("email", "{\"to\":\"annlee\\u0040shop.example\"}", "annlee"),
        ("email", "to annlee&#64;shop.example", "annlee"),
        ("email", "?to=annlee%2540shop.example", "annlee"),
        ("user-name", "open /mnt/c/Users/annlee/x.txt", "annlee"),
        ("user-name", "open /var/home/annlee/x.txt", "annlee"),
        ("user-name", "{\"path\":\"\\/home\\/annlee\\/x\"}", "annlee"),
        ("user-name", "path=%2Fhome%2Fannlee%2Fx", "annlee"),
        ("user-name", "C:%5CUsers%5Cannlee%5Cx", "annlee"),
        ("user-name", "load c:/users/annlee/x.dll", "annlee"),
        ("us-ssn", "sent 912-71-3344 there", "912-71-3344"),
        ("payment-card", "card 6799990100000003179 declined", "6799990100000003179"),
        ("iban", "account de89370400440532013000 closed", "de893704"),
        ("iban", "account ma64011519000001205000534921 closed".ToUpperInvariant(), "MA640115"),
        ("phone", "call from 0044 20 7946 0958 failed", "7946"),
        ("phone", "reached at 1-415-555-0134 today", "555-0134"),
        ("phone", "reached at 415-555-0134 today", "555-0134"),
        ("phone", "phone: (030) 901 82 00", "901 82"),
        ("phone", "{\"mobileNumber\":\"0151 2345678\"}", "2345678"),
        ("phone", "fax=0309018200&x=1", "0309018200"),
        ("phone", "Telefon 030 9018200", "9018200"),
        ("phone", "to (+44) (20)7946-0958", "7946"),
        ("ip-address", "peer 2::10 gone", "2::10"),
        ("ip-address", "via fe80::1%eth0 then", "eth0"),
        ("ip-address", "shop.example.com 192.0.2.44 refused", "192.0.2.44"),
        ("mac-address", "mac address: 001b4411a3b7", "001b4411a3b7"),
        ("national-id", "NINO: AA 12 34 56 B is taken", "34 56 B"),
        ("national-id", "nhs number 401 023 2137", "401 023"),
        ("national-id", "\"passportNumber\":\"C01X00T47\"", "C01X00T47"),
        ("national-id", "Steuer-ID: 12345678911", "12345678911"),
        ("national-id", "dateOfBirth=1980-02-29", "1980-02-29"),
    ];
}
