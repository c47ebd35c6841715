namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Well-known commands whose short flag is followed by a password, or one of whose words is one, after their manuals.</summary>
internal static class CommandTable
{
    public static readonly CommandRow[] Rows =
    [
        // Databases
        .. Attached("-p", "mysql ", "mysqldump ", "mysqladmin ", "mysqlimport ", "mariadb ", "mariadb-dump "),
        .. Flag("-p", "mongo ", "mongosh ", "mongodump ", "mongorestore ", "mongoimport ", "mongoexport ", "cqlsh "),
        .. Flag("-P", "sqlcmd ", "bcp ", "osql ", "isql ", "tsql "), .. Attached("-P", "sqlcmd ", "bcp ", "osql ", "isql ", "tsql "),
        .. Flag("-a", "redis-cli "),
        .. Parted('/', 0, "sqlplus ", "expdp ", "impdp ", "sqlldr ", "rman target "),

        // Machines and shares
        .. Flag("-p", "sshpass ", "kinit ", "rdesktop ", "smbmap ", "evil-winrm ", "psexec ", "PsExec ", "psExec ", "PSEXEC ", "psexec.exe ", "PsExec.exe ", "PSEXEC.EXE ", "useradd ", "usermod ", "ncftpput ", "ncftpget "),
        .. Attached("-p", "sshpass "), .. Attached("-p:", "winrs "), .. Attached("/p:", "xfreerdp ", "msdeploy "),
        .. Flag("-pw", "plink ", "pscp ", "psftp ", "putty "), .. Flag("-P", "ipmitool "), .. Flag("/rp", "schtasks "),
        .. Flag("-w", "ldapsearch ", "ldapmodify ", "ldapadd ", "ldapdelete ", "ldapwhoami ", "ldappasswd "),
        .. Flag("-c", "snmpwalk ", "snmpget ", "snmpset ", "snmpbulkwalk "), .. Flag("-A", "snmpwalk ", "snmpget ", "snmpset "), .. Flag("-X", "snmpwalk ", "snmpget ", "snmpset "),
        .. Word(1, "net use ", "NET USE ", "net user ", "NET USER ", "wpa_passphrase "), .. Word(1, "smbpasswd -s "), .. Word(2, "htpasswd -b ", "htpasswd -cb ", "htpasswd -bc ", "htpasswd -bB ", "htpasswd -cbB "),
        new("smbclient ", "-U", Behind: '%'), new("rpcclient ", "-U", Behind: '%'), new("lftp ", "-u", Behind: ','),

        // Queues
        .. Flag("-P", "mosquitto_pub ", "mosquitto_sub "), .. Flag("-p", "rabbitmqadmin "), .. Word(1, "rabbitmqctl add_user ", "rabbitmqctl change_password "),

        // Registries and clouds
        .. Flag("-p", "docker login ", "podman login ", "helm registry login ", "oras login ", "skopeo login ", "az login ", "oc login ", "cf login ", "twine upload "),
        .. Flag("-k", "dotnet nuget push "), .. Word(1, "nuget push "), .. Word(1, "dotnet user-secrets set "), .. Flag("-t", "doctl auth init "), .. Flag("--key", "gem push "),
        .. Word(0, "vault login ", "cargo login ", "snyk auth "), .. Flag("-String", "ConvertTo-SecureString "),

        // Archives and keys
        .. Attached("-p", "7z x ", "7z a ", "7z e ", "7z t ", "7za x ", "7za a ", "rar a ", "rar x ", "unrar x ", "unrar e "), .. Flag("-P", "unzip ", "zip "),
        .. Flag("-k", "openssl enc "), .. Attached("-pass pass:", "openssl enc "), .. Flag("user_pw", "pdftk "), .. Flag("owner_pw", "pdftk "),
        .. Flag("-w", "security add-generic-password ", "security add-internet-password "), .. Flag("-p", "security unlock-keychain ", "security create-keychain "), .. Flag("-P", "security import "),
    ];

    /// <summary>How the command lines start.</summary>
    public static IEnumerable<string> Names => Rows.Select(row => row.Name).Distinct(StringComparer.Ordinal);

    private static IEnumerable<CommandRow> Flag(string flag, params string[] commands) => commands.Select(name => new CommandRow(name, flag));

    private static IEnumerable<CommandRow> Attached(string flag, params string[] commands) => commands.Select(name => new CommandRow(name, flag, Attached: true));

    private static IEnumerable<CommandRow> Word(int word, params string[] commands) => commands.Select(name => new CommandRow(name, string.Empty, Word: word));

    private static IEnumerable<CommandRow> Parted(char sign, int word, params string[] commands) => commands.Select(name => new CommandRow(name, string.Empty, Word: word, Behind: sign));
}
