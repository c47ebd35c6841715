namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Well-known calls that take a password as an argument without a name, as stacks with arguments and statements show them.</summary>
internal static class CallTable
{
    /// <summary>How the call is written, and which argument is the password, from 0.</summary>
    public static readonly (string Name, int Argument)[] Rows =
    [
        ("PDO->__construct(", 2), ("mysqli->__construct(", 2), ("mysqli->real_connect(", 2), ("mysqli_connect(", 2), ("mysqli_real_connect(", 3), ("mysql_connect(", 2), ("mysql_pconnect(", 2),
        ("oci_connect(", 1), ("sqlsrv_login(", 1), ("ldap_bind(", 2), ("ftp_login(", 2), ("imap_open(", 2), ("ssh2_auth_password(", 2), ("password_verify(", 0), ("password_hash(", 0), ("sp_addlogin ", 1), ("sp_password ", 1),
    ];

    /// <summary>The command of Redis and SMTP that takes credentials.</summary>
    public const string Auth = "AUTH ";

    /// <summary>How the calls start.</summary>
    public static IEnumerable<string> Names => Rows.Select(row => row.Name).Append(Auth);
}
