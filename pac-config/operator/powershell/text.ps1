# Texts for people, from messages.json, which the bash script reads too.

# The language of --language, or of the locale; English where that is neither of the two.
function Select-Language([string[]] $Arguments) {
    $locale = @($env:LC_ALL, $env:LC_MESSAGES, $env:LANG, [cultureinfo]::CurrentUICulture.Name) | Where-Object { $_ } | Select-Object -First 1
    $script:Language = $locale -match '^ja($|[_.-])' ? 'ja' : 'en'
    $place = [array]::LastIndexOf($Arguments, '--language')
    if ($place -ge 0 -and $place + 1 -lt $Arguments.Count -and $Arguments[$place + 1] -in 'en', 'ja') {
        $script:Language = $Arguments[$place + 1]
    }
}

function Import-Texts {
    $script:Texts = @{}
    foreach ($text in (ConvertFrom-Answer (Get-Content -Raw -LiteralPath (Join-Path $Here operator/messages.json))).GetEnumerator()) {
        $script:Texts[$text.Key] = $text.Value[$Language] -join "`n"
    }
}

# The text, with {0}, {1} and so on replaced.
function Get-Text([string] $Key, [object[]] $Values = @()) {
    if (-not $Texts.ContainsKey($Key)) {
        throw "There is no text '$Key'."
    }
    $text = $Texts[$Key]
    for ($number = 0; $number -lt $Values.Count; $number++) {
        $text = $text.Replace("{$number}", [string] $Values[$number])
    }
    $text
}

function Write-Text([string] $Key, [object[]] $Values = @()) {
    [Console]::Out.WriteLine((Get-Text $Key $Values))
}

# In a dry run, what is done is only what would be done.
function Write-Deed([string] $Key, [object[]] $Values = @()) {
    $text = Get-Text $Key $Values
    [Console]::Out.WriteLine(($DryRun ? (Get-Text would $text) : $text))
}

function Write-Complaint([string] $Key, [object[]] $Values = @()) {
    [Console]::Error.WriteLine((Get-Text $Key $Values))
}

function Stop-Run([int] $ExitCode, [string] $Key, [object[]] $Values = @()) {
    Write-Complaint $Key $Values
    $script:Ended = $true
    exit $ExitCode
}

# JSON as ordered dictionaries, with dates left as the texts they are (ConvertFrom-Json would read them).
function ConvertFrom-Answer([string] $Json) {
    , (ConvertFrom-Element ([System.Text.Json.JsonDocument]::Parse($Json).RootElement))
}

function ConvertFrom-Element($Element) {
    switch ([string] $Element.ValueKind) {
        Object {
            $object = [ordered]@{}
            foreach ($property in $Element.EnumerateObject()) { $object[$property.Name] = ConvertFrom-Element $property.Value }
            return $object
        }
        Array {
            $items = [System.Collections.Generic.List[object]]::new()
            foreach ($item in $Element.EnumerateArray()) { $items.Add((ConvertFrom-Element $item)) }
            return , $items.ToArray()
        }
        String { return $Element.GetString() }
        Number {
            $whole = 0L
            return $Element.TryGetInt64([ref] $whole) ? $whole : $Element.GetDecimal()
        }
        True { return $true }
        False { return $false }
        default { return $null }
    }
}

function ConvertTo-Body($Value) {
    ConvertTo-Json -InputObject $Value -Compress -Depth 10
}
