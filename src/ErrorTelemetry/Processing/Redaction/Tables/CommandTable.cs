namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Well-known commands whose short flag is followed by a password, after their manuals.</summary>
internal static class CommandTable
{
    public static readonly CommandRow[] Rows =
    [
        new("sshpass ", "-p"), new("sshpass ", "-p", Attached: true), new("mysql ", "-p", Attached: true), new("mysqldump ", "-p", Attached: true), new("mysqladmin ", "-p", Attached: true), new("mariadb ", "-p", Attached: true),
        new("mongo ", "-p"), new("mongosh ", "-p"), new("mongodump ", "-p"), new("mongorestore ", "-p"), new("mongoimport ", "-p"), new("mongoexport ", "-p"),
        new("redis-cli ", "-a"), new("sqlcmd ", "-P"), new("bcp ", "-P"), new("docker login ", "-p"), new("podman login ", "-p"), new("helm registry login ", "-p"), new("oras login ", "-p"), new("skopeo login ", "-p"),
        new("az login ", "-p"), new("oc login ", "-p"), new("cf login ", "-p"), new("ldapsearch ", "-w"), new("ldapmodify ", "-w"), new("ldapadd ", "-w"), new("kinit ", "-p"), new("rdesktop ", "-p"),
        new("plink ", "-pw"), new("pscp ", "-pw"), new("psftp ", "-pw"), new("unzip ", "-P"), new("zip ", "-P"), new("openssl enc ", "-k"), new("openssl enc ", "-pass pass:", Attached: true), new("smbmap ", "-p"), new("schtasks ", "/rp"), new("evil-winrm ", "-p"), new("psexec ", "-p"), new("PsExec ", "-p"), new("psExec ", "-p"), new("PSEXEC ", "-p"), new("psexec.exe ", "-p"), new("PsExec.exe ", "-p"), new("PSEXEC.EXE ", "-p"), new("xfreerdp ", "/p:", Attached: true), new("msdeploy ", "/p:", Attached: true),
    ];

    /// <summary>How the command lines start.</summary>
    public static IEnumerable<string> Names => Rows.Select(row => row.Name).Distinct(StringComparer.Ordinal);
}
