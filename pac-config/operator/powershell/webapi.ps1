# Talks to the Dataverse Web API (learn.microsoft.com: compose-http-requests-handle-errors, api-limits, define-alternate-keys-entity).

$Api = '/api/data/v9.2'
$TriesWhenBusy = 8
$TriesToReach = 3

# https, a host, a port; plain http only to this machine.
function Test-Address([string] $Address) {
    $Address -cmatch '^(https://[A-Za-z0-9.-]+|http://(127\.0\.0\.1|localhost|\[::1\]))(:[0-9]+)?$'
}

function Connect-Org {
    if ($env:DATAVERSE_TOKEN) {
        $script:Token = $env:DATAVERSE_TOKEN
    }
    elseif ($env:DATAVERSE_TENANT_ID -or $env:DATAVERSE_CLIENT_ID -or $env:DATAVERSE_CLIENT_SECRET) {
        Connect-AsApplication
    }
    elseif (Get-Command az -CommandType Application -ErrorAction Ignore) {
        $script:Token = az account get-access-token --resource $Url --query accessToken --output tsv 2>$null
        if ($LASTEXITCODE -ne 0) { Stop-Run 6 sign-in.az $Url }
    }
    else {
        Stop-Run 2 need.sign-in
    }
    if ($Token -notmatch '^[A-Za-z0-9._~+/=-]+$') { Stop-Run 2 sign-in.token }
}

function Connect-AsApplication {
    foreach ($variable in 'DATAVERSE_TENANT_ID', 'DATAVERSE_CLIENT_ID', 'DATAVERSE_CLIENT_SECRET') {
        if (-not [Environment]::GetEnvironmentVariable($variable)) { Stop-Run 2 need.variable $variable }
    }
    $login = ($env:DATAVERSE_LOGIN_URL ? $env:DATAVERSE_LOGIN_URL : 'https://login.microsoftonline.com').TrimEnd('/')
    if (-not (Test-Address $login)) { Stop-Run 2 need.https $login }
    $fields = [ordered]@{
        grant_type = 'client_credentials'; scope = "$Url/.default"; client_id = $env:DATAVERSE_CLIENT_ID; client_secret = $env:DATAVERSE_CLIENT_SECRET
    }
    $body = ($fields.GetEnumerator() | ForEach-Object { $_.Key + '=' + [uri]::EscapeDataString($_.Value) }) -join '&'
    $answer = Send-Request POST "$login/$([uri]::EscapeDataString($env:DATAVERSE_TENANT_ID))/oauth2/v2.0/token" $body @{ 'Content-Type' = 'application/x-www-form-urlencoded' }
    $fields = Read-Answer $answer
    $script:Token = $fields['access_token']
    if (-not $Token) {
        Stop-Run 6 sign-in.refused $answer.Status, ($fields['error_description'] ?? $fields['error'] ?? '')
    }
}

# Waits and tries again while the other side is busy (429 and 503, as long as Retry-After says) or cannot be reached; all that is
# sent may be repeated.
function Send-Request([string] $Method, [string] $Address, [string] $Body, [hashtable] $Headers) {
    for ($attempt = 1; ; $attempt++) {
        $answer = Send-Once $Method $Address $Body $Headers
        if ($null -ne $answer.Status -and $answer.Status -notin 429, 503) { return $answer }
        if ($null -eq $answer.Status -and $attempt -ge $TriesToReach) { Stop-Run 1 org.unreachable ($Address -replace '\?.*'), $answer.Text }
        if ($attempt -ge $TriesWhenBusy) { return $answer }
        $pause = $answer.Pause ?? [math]::Pow(2, [math]::Min($attempt - 1, 5))
        Write-Complaint org.busy ($answer.Status ?? $answer.Text), $pause
        Start-Sleep -Seconds $pause
    }
}

function Send-Once([string] $Method, [string] $Address, [string] $Body, [hashtable] $Headers) {
    $all = @{ Accept = 'application/json' } + $Headers
    if ($Token) { $all.Authorization = "Bearer $Token" }
    $request = @{
        Method = $Method; Uri = $Address; Headers = $all; UserAgent = 'crm-extensions-operator'; TimeoutSec = 300
        SkipHttpErrorCheck = $true; SkipHeaderValidation = $true; MaximumRedirection = 0; UseBasicParsing = $true
    }
    if ($Body) { $request.Body = [Text.Encoding]::UTF8.GetBytes($Body) }
    try {
        $response = Invoke-WebRequest @request
    }
    catch [System.Net.Http.HttpRequestException], [System.Threading.Tasks.TaskCanceledException], [System.IO.IOException] {
        return @{ Status = $null; Text = $_.Exception.Message; Pause = $null }
    }
    $pause = $response.Headers['Retry-After'] | Select-Object -First 1
    @{
        Status = [int] $response.StatusCode
        Text = [Text.Encoding]::UTF8.GetString($response.RawContentStream.ToArray())
        Pause = $pause -match '^\d+$' ? [int] $pause : $null
    }
}

function Read-Answer($Answer) {
    try { $read = ConvertFrom-Answer $Answer.Text } catch { $read = $null }
    if ($read -is [System.Collections.IDictionary]) { $read } else { @{} }
}

# As the user who is signed in; ends the run with what to do where the org refuses.
function Invoke-Org([string] $Method, [string] $Path, [string] $Body, [hashtable] $Headers = @{}) {
    $address = $Path.StartsWith("$Url/") ? $Path : "$Url$Api/$Path"
    $all = @{ 'OData-Version' = '4.0'; 'OData-MaxVersion' = '4.0' } + $Headers
    if ($Method -eq 'GET') { $all['If-None-Match'] = 'null' }
    if ($Body) { $all['Content-Type'] = 'application/json' }
    $answer = Send-Request $Method $address $Body $all
    # A long run outlives its token; one that was given by hand cannot be renewed.
    if ($answer.Status -eq 401 -and -not $env:DATAVERSE_TOKEN) {
        $script:Token = $null
        Connect-Org
        $answer = Send-Request $Method $address $Body $all
    }
    if ($answer.Status -eq 204) { return }
    if ($answer.Status -lt 200 -or $answer.Status -gt 299) { Stop-Refused $Method $Path $answer }
    $read = Read-Answer $answer
    if ($read.Count -eq 0) { Stop-Run 1 org.odd $Method, $Path }
    $read
}

function Stop-Refused([string] $Method, [string] $Path, $Answer) {
    $fault = (Read-Answer $Answer)['error']
    $message = $fault ? $fault['message'] : $Answer.Text.Substring(0, [math]::Min(200, $Answer.Text.Length))
    Write-Complaint org.refused $Method, ($Path -replace '\?.*'), $Answer.Status, ($fault ? $fault['code'] : ''), $message
    if ($Resume -and $FromToken) { Write-Complaint call.stopped $Resume, $FromToken }
    switch ($Answer.Status) {
        401 { Stop-Run 6 do.401 }
        403 { Stop-Run 6 do.403 }
        404 { Stop-Run 1 do.404 }
        { $_ -in 429, 503 } { Stop-Run 1 do.429 }
        default { Stop-Run 1 do.other }
    }
}

# All pages of a collection; an option is such as '$select=name'.
function Get-Rows([string] $Path, [string[]] $Options) {
    $query = ($Options | ForEach-Object { $name, $value = $_ -split '=', 2; $name + '=' + [uri]::EscapeDataString($value) }) -join '&'
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = "${Path}?$query"
    while ($true) {
        $answer = Invoke-Org GET $next
        foreach ($row in $answer['value']) { $rows.Add($row) }
        $next = $answer['@odata.nextLink']
        if (-not $next) { break }
        # The token goes nowhere else, whatever an answer says.
        if (-not $next.StartsWith("$Url/")) { Stop-Run 1 org.odd GET, $Path }
    }
    $rows
}

# Does nothing in a dry run.
function Write-Org([string] $Method, [string] $Path, [string] $Body, [hashtable] $Headers = @{}) {
    if (-not $DryRun) { Invoke-Org $Method $Path $Body $Headers | Out-Null }
}
