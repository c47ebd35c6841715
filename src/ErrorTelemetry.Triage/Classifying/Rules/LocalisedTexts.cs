namespace ErrorTelemetry.Classifying.Rules;

/// <summary>
/// What engines and runtimes say in the user's language. Legacy Edge, Internet Explorer and Safari translate their messages, .NET Framework and Windows translate theirs; Chromium and Firefox do not.
/// </summary>
internal static class LocalisedTexts
{
    public static readonly string[] MissingValue =
    [
        "La référence d'objet n'est pas définie", "Der Objektverweis wurde nicht auf eine Objektinstanz festgelegt", "Referencia a objeto no establecida", "Riferimento a un oggetto non impostato", "Referência de objeto não definida", "objectverwijzing is niet op een exemplaar", "Ссылка на объект не указывает на экземпляр",
        "オブジェクト参照がオブジェクト インスタンスに設定されていません", "未将对象引用设置到对象的实例", "並未將物件參考設定為物件的執行個體", "개체 참조가 개체의 인스턴스로 설정되지", "Odwołanie do obiektu nie zostało ustawione", "Nesne başvurusu bir nesnenin örneğine", "Objektreferensen har inte angetts", "Odkaz na objekt není nastaven",
    ];

    public static readonly string[] MissingMember =
    [
        "référence null ou non définie", "undefinierten oder Nullverweises", "referencia nula o sin definir", "riferimento null o non definito", "referência indefinida ou nula", "niet-gedefinieerde verwijzing of een null-verwijzing", "значение которой не определено или является NULL", "未定義または NULL 参照", "未定义或 null 引用", "未定義或 Null 參考",
        "정의되지 않음 또는 null 참조", "o wartości undefined lub null", "odefinierad referens eller en nullreferens", "tanımsız veya null başvuru", "udefineret eller null", "udefinert referanse eller nullreferanse", "nedefinovaného nebo nulového odkazu",
    ];

    public static readonly string[] NoSuchMethod =
    [
        "unterstützt die Eigenschaft oder Methode", "ne gère pas la propriété ou la méthode", "no acepta la propiedad o el método", "non supporta la proprietà o il metodo", "não dá suporte à propriedade ou ao método", "biedt geen ondersteuning voor eigenschap of methode", "не поддерживает свойство или метод",
        "プロパティまたはメソッドをサポートしていません", "属性或方法", "屬性或方法", "속성이나 메서드를 지원하지", "nie obsługuje właściwości lub metody", "stöder inte egenskapen eller metoden", "nesnesi özellik veya yöntemi",
    ];

    public static readonly string[] NotDefined =
        [" ist nicht definiert", "ist undefiniert", " n’est pas défini", " n'est pas défini", " non è definito", " no está definido", " não está definido", " niet gedefinieerd", " не определено", "は定義されていません", "未定义", "이(가) 정의되지 않았습니다", " jest niezdefiniowan*"];

    public static readonly string[] ConnectionLost =
    [
        "La connexion réseau a été perdue", "Netzwerkverbindung wurde unterbrochen", "Se ha perdido la conexión de red", "conexión de red se ha perdido", "perdió la conexión de red", "conexión de red se perdió", "La connessione è stata interrotta", "connessione di rete è stata persa", "A conexão de rede foi perdida", "ligação à rede foi perdida", "De netwerkverbinding is verbroken", "Сетевое соединение потеряно", "ネットワーク接続が切れました",
        "网络连接已中断", "網路連線中斷", "네트워크 연결이 유실되었습니다", "Połączenie sieciowe zostało", "Nätverksanslutningen förlorades", "Ağ bağlantısı kesildi", "keine Verbindung zum Internet", "La connexion Internet semble", "no hay conexión a internet", "La connessione Internet sembra", "conexão à Internet parece", "internetverbinding lijkt", "подключение к Интернету", "インターネット接続がオフライン",
        "似乎已断开与互联网的连接", "nie masz połączenia z internetem", "Zielcomputer die Verbindung verweigerte", "l'ordinateur cible l'a expressément refusée", "equipo de destino denegó expresamente", "computer di destinazione ha rifiutato", "máquina de destino as recusou", "конечный компьютер отверг запрос", "由于目标计算机积极拒绝", "対象のコンピューターによって拒否", "doelcomputer de verbinding",
        "Es ist kein solcher Host bekannt", "Der angegebene Host ist unbekannt", "Hôte inconnu", "Host desconocido", "Este host no es conocido", "Host sconosciuto", "Этот хост неизвестен", "不知道这样的主机", "Connessione rifiutata", "Connexion refusée", "Verbindungsaufbau abgelehnt", "Conexión rehusada",
    ];

    public static readonly string[] TimedOut =
    [
        "Zeitüberschreitung", "Zeitlimit", "La requête a expiré", "délai d’attente", "délai d'attente", "a agotado el tiempo", "tiempo de espera agotado", "se ha agotado el tiempo de espera", "Richiesta scaduta", "Timeout scaduto", "tempo limite", "time-out opgetreden", "Время ожидания", "превышен тайм-аут", "タイムアウト", "请求超时", "操作超时", "連線逾時", "시간을 초과", "시간 초과",
        "Przekroczono limit czasu", "Begäran orsakade timeout", "zaman aşımı",
    ];

    /// <summary>Whole messages: Safari says no more of a call that was broken off.</summary>
    public static readonly string[] Cancelled =
    [
        "cancelled", "canceled", "annulé", "annulée", "abgebrochen", "cancelado", "cancelada", "annullato", "annullata", "geannuleerd", "отменено", "キャンセルしました", "已取消", "취소됨", "anulowane", "anulowano", "avbruten", "avbrutt", "annulleret", "peruutettu", "vazgeçildi", "iptal edildi", "zrušeno", "törölve", "скасовано", "ακυρώθηκε", "בוטל", "ยกเลิก", "đã hủy", "dibatalkan",
    ];
}
